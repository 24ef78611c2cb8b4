use super::Outcome;
use crate::config::{Config, Reach};

/// `suhada config`
#[derive(clap::Args)]
#[command(after_help = "Example: SUHADA_LISTEN=0.0.0.0:80 suhada config")]
pub struct Show {
    #[command(flatten)]
    config: Config,
    #[command(flatten)]
    reach: Reach,
}

impl Show {
    /// Prints every setting in effect; passwords are left out.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let folder = self.config.protocols.as_ref().map(|folder| folder.display().to_string());
        let mail = if std::env::var_os("SUHADA_SMTP_URL").is_some() { "a mail server" } else { "files" };
        println!("data-dir    {}", self.config.data_dir.display());
        println!("database    {}", self.config.shown_url());
        println!("protocols   {}", folder.as_deref().unwrap_or("built in"));
        println!("listen      {}", self.reach.listen);
        println!("public-url  {}", self.reach.public());
        println!("mail        {mail}");
        Ok(Outcome::Fine)
    }
}
