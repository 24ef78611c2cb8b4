//! Stock: lots of products, and whom a lot went to.

use crate::error::AppError;
use crate::work::Work;
use jiff::civil::Date;
use journey::id::{LotId, PatientId};
use serde::Serialize;
use store::args;

/// A lot in stock.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Lot {
    /// The key.
    pub id: LotId,
    /// The product.
    pub product: String,
    /// The number on the box.
    pub lot: String,
    /// Last day of use.
    pub expires: Date,
}

/// The lots that may be used on a day, those that expire first in front.
pub fn usable_lots(work: &mut Work<'_, '_>, on: Date) -> Result<Vec<Lot>, AppError> {
    let clinic = work.clinic();
    work.tx
        .query(
            "SELECT id, product, lot, expires_on FROM stock_lot WHERE clinic_id = $1 AND expires_on >= $2
             ORDER BY product, expires_on",
            args![clinic, on],
        )?
        .iter()
        .map(|row| Ok(Lot { id: row.get(0)?, product: row.get(1)?, lot: row.get(2)?, expires: row.get(3)? }))
        .collect()
}

/// Everybody who was treated from a lot.
pub fn patients_of_lot(work: &mut Work<'_, '_>, lot: LotId) -> Result<Vec<PatientId>, AppError> {
    work.actor.clinician()?;
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT DISTINCT r.patient_id FROM session_setting s
         JOIN session_record r ON r.clinic_id = s.clinic_id AND r.id = s.record_id
         WHERE s.clinic_id = $1 AND s.lot_id = $2",
        args![clinic, lot],
    )?;
    Ok(rows.iter().map(|row| row.get(0)).collect::<Result<_, _>>()?)
}
