use planner::{course::*, file::*, *};
struct W(f64, f64);
fn cpu() -> f64 { std::fs::read_to_string("/proc/self/schedstat").unwrap().split(' ').next().unwrap().parse::<f64>().unwrap() / 1e6 }
impl Watch for W { fn is_over(&self)->bool { cpu()-self.0>self.1*1e3 } }
fn main(){
  let a:Vec<String>=std::env::args().collect();
  let limit:f64=a.get(2).map_or(10.0,|x|x.parse().unwrap());
  let t=cpu();
  let text=std::fs::read_to_string(&a[1]).unwrap();
  let file=CourseFile::read(&text).unwrap();
  eprintln!("read {:?}",cpu()-t);
  let p=Planning::of(&file);
  let c=p.course();
  eprintln!("starts {:?} {}",cpu()-t, c.series.iter().map(|s|s.starts.len()).sum::<usize>());
  let r=solve(&c,&W(cpu(),limit));
  eprintln!("solved {:?}",cpu()-t);
  match r { Answer::Planned{plan,lower_bound}=>{let s=CourseSolution::of(&p,&plan,lower_bound); println!("{}",serde_json::to_string(&s).unwrap()); println!("{:?} {:?}",check_course(&file,&s), course::check(&c,&plan)); if a.len()>3 {for l in journey::text::Lang::ALL {println!("{}",explain(&p,&s,l))}} }, Answer::Impossible=>{let t=cpu(); let c=Collision::of(&file,&W(cpu(),5.0)).unwrap(); eprintln!("explained {}",cpu()-t); for l in journey::text::Lang::ALL {println!("{}",c.tell(&file,l))} }, other=>println!("{other:?}") }
}
