//! Who acts, and what that lets them do.
//!
//! A use case asks for the narrowest permit it needs. Permits are made here and nowhere else, so a handler that
//! cannot name one cannot call it.

use crate::error::AppError;
use journey::id::{PatientId, StaffId};
use journey::staff::Role;

/// Who is acting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Actor {
    /// Somebody on the public site.
    Visitor,
    /// The bearer of a private link.
    Patient(PatientId),
    /// Somebody who signed in with both factors.
    Staff(Member),
    /// The system itself: a worker or a command.
    System,
}

/// A signed-in member of staff.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Member {
    id: StaffId,
    roles: Vec<Role>,
}

impl Member {
    /// A member with roles as the store holds them. Only signing in and set-up make one.
    pub(crate) fn new(id: StaffId, roles: Vec<Role>) -> Self {
        Self { id, roles }
    }

    /// Who.
    pub const fn id(&self) -> StaffId {
        self.id
    }

    /// The roles held.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    fn is_any(&self, allowed: &[Role]) -> bool {
        self.roles.iter().any(|role| allowed.contains(role))
    }
}

impl Actor {
    /// The word for the audit log.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Patient(_) => "patient",
            Self::Staff(_) => "staff",
            Self::System => "system",
        }
    }

    /// The member of staff, if it is one.
    pub fn staff_id(&self) -> Option<StaffId> {
        match self {
            Self::Staff(member) => Some(member.id),
            _ => None,
        }
    }

    fn permit(&self, allowed: &[Role]) -> Result<StaffId, AppError> {
        match self {
            Self::Staff(member) if member.is_any(allowed) => Ok(member.id),
            _ => Err(AppError::Forbidden),
        }
    }
}

macro_rules! permits {
    ($($(#[$doc:meta])* $name:ident, $of:ident: $($role:ident)|+;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub struct $name(StaffId);

        impl $name {
            /// Who holds the permit.
            pub const fn id(self) -> StaffId {
                self.0
            }

            /// The roles that hold it.
            pub const ROLES: &'static [Role] = &[$(Role::$role),+];
        }

        impl Actor {
            /// The permit, or *forbidden* for anybody who does not hold one of its roles.
            pub fn $of(&self) -> Result<$name, AppError> {
                self.permit($name::ROLES).map($name)
            }
        }
    )*};
}

permits! {
    /// May see the day and who comes: everybody who meets patients.
    FrontDesk, front_desk: Reception | Counsellor | Nurse | Physician | Manager;
    /// May read a chart.
    Clinician, clinician: Nurse | Physician;
    /// Examines, decides, releases, overrides, signs for a plan.
    Physician, physician: Physician;
    /// May take money and note what is due.
    Cashier, cashier: Reception | Counsellor | Manager | Physician;
    /// Writes articles.
    Editor, editor: Editor | Manager;
    /// May see which public pages are withheld, and why.
    Publisher, publisher: Editor | Manager | Physician;
    /// Runs the clinic.
    Manager, manager: Manager;
    /// Runs accounts.
    Administrator, administrator: Administrator;
    /// May look at messages that wait or failed.
    Dispatcher, dispatcher: Reception | Manager | Administrator;
}
