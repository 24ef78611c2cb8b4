//! Carries messages: into files, or to a mail server.

use anyhow::Context;
use app::outbox::{Delivery, Outgoing};
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::{FileTransport, SmtpTransport, Transport};
use std::path::Path;

/// A post that carries messages from the clinic's own address.
pub struct Post {
    from: Mailbox,
    way: Way,
}

enum Way {
    /// Into `.eml` files, for the demo and for a clinic without a mail server.
    Files(FileTransport),
    /// To a mail server.
    Smtp(SmtpTransport),
}

impl Post {
    /// To the server that `SUHADA_SMTP_URL` names, else into the folder `mail` of the data.
    pub fn new(from: &str, data_dir: &Path) -> anyhow::Result<Self> {
        let from = from.parse().with_context(|| format!("the clinic's mail address {from} cannot be read"))?;
        let way = match std::env::var("SUHADA_SMTP_URL") {
            Ok(url) => Way::Smtp(SmtpTransport::from_url(&url).context("SUHADA_SMTP_URL cannot be read")?.build()),
            Err(_) => Way::Files(into_folder(data_dir)?),
        };
        Ok(Self { from, way })
    }

    fn message(&self, message: &Outgoing) -> Result<Message, String> {
        if message.recipient.ends_with(".invalid") {
            return Err("no mail reaches an address that ends in .invalid (RFC 2606)".into());
        }
        Message::builder()
            .from(self.from.clone())
            .to(message.recipient.parse().map_err(|error| format!("the address cannot be read: {error}"))?)
            .message_id(Some(format!("<{}@suhada>", message.id)))
            .subject(&message.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(message.body.clone())
            .map_err(|error| error.to_string())
    }
}

fn into_folder(data_dir: &Path) -> anyhow::Result<FileTransport> {
    let folder = data_dir.join("mail");
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    Ok(FileTransport::new(folder))
}

impl Delivery for Post {
    fn deliver(&self, message: &Outgoing) -> Result<(), String> {
        let written = self.message(message)?;
        match &self.way {
            Way::Files(files) => files.send(&written).map(drop).map_err(|error| error.to_string()),
            Way::Smtp(server) => server.send(&written).map(drop).map_err(|error| error.to_string()),
        }
    }
}
