use super::planning::{Asked, Told, say};
use super::{BadInput, Outcome};
use anyhow::bail;
use planner::course::{Answer, check, solve};
use planner::file::{Collision, CourseFile, CourseSolution, Planning, check_course, explain};
use std::time::Duration;

/// How long the reasons of an impossible course are looked for.
const REASONS: Duration = Duration::from_secs(2);

/// `suhada plan`
#[derive(clap::Args)]
pub struct Plan {
    #[command(flatten)]
    asked: Asked,
    /// How long to look for a better plan or a proof, as in `2s` or `500ms`.
    #[arg(long, default_value = "10s", value_parser = super::planning::limit, value_name = "TIME")]
    time_limit: Duration,
}

impl Plan {
    /// Plans, checks and prints.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let told = Told::within(self.time_limit);
        let file = CourseFile::read(&self.asked.text()?).map_err(|bad| BadInput(bad.to_string()))?;
        let planning = Planning::of(&file);
        let course = planning.course();
        let answer = solve(&course, &told);
        told.finish();
        match answer {
            Answer::Planned { plan, lower_bound } => {
                let solution = CourseSolution::of(&planning, &plan, lower_bound);
                let wrong = [check(&course, &plan), check_course(&file, &solution)].concat();
                if !wrong.is_empty() {
                    bail!("the plan breaks its own rules, which is our mistake: {}", wrong.join("; "));
                }
                say(&solution)?;
                self.asked.explain(|lang| explain(&planning, &solution, lang));
                Ok(Outcome::Fine)
            }
            Answer::Impossible => {
                let lang = self.asked.lang();
                match Collision::of(&file, &Told::within(REASONS)) {
                    Some(collision) => eprintln!("{}", collision.tell(&file, lang)),
                    None => eprintln!("There is no plan. Which rules collide was not found out in time."),
                }
                Ok(Outcome::Found)
            }
            Answer::Unknown { .. } => {
                eprintln!("No plan was found within the limit, nor that there is none.");
                Ok(Outcome::Found)
            }
        }
    }
}
