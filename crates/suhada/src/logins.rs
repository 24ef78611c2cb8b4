//! Shows how to sign in to the demo.

use crate::database::fault;
use crate::demo::PASSWORD;
use app::App;
use app::actor::Actor;
use app::staff::{self, DemoLogin};

/// Prints every login of the demo with its second factor.
pub fn show(app: &App) -> anyhow::Result<()> {
    let logins = app.read(Actor::System, staff::demo_logins).wait().map_err(fault)?;
    println!("\nSign in at /console. The password of everybody is: {PASSWORD}");
    println!("The one-time code changes every 30 seconds; add the otpauth address to an authenticator app,");
    println!("or run `suhada demo --logins` for the code of the moment.\n");
    for login in &logins {
        println!("{}", line(login));
    }
    Ok(())
}

fn line(login: &DemoLogin) -> String {
    let roles: Vec<&str> = login.roles.iter().map(|role| role.code()).collect();
    format!("  {:<10} {:<28} code {}  {}", login.login, roles.join(", "), login.code, login.otpauth)
}
