//! The diagrams of the process: complete, and laid out so that they can be read.

use std::fmt::Write as _;

use udskift_it_system::domain::diagram::*;
use udskift_it_system::text::diagram::diagram_name;

#[test]
#[ignore = "draws the pictures for a person to look at"]
fn draws() {
    for figure in Figure::ALL {
        let start = std::time::Instant::now();
        let picture = draw(*figure, diagram_name);
        eprintln!("{figure:?} {}x{} {:?}", picture.width, picture.height, start.elapsed());
        for line in &picture.lines {
            if line.points.windows(2).any(|p| p[0].x != p[1].x && p[0].y != p[1].y) {
                eprintln!(
                    "no way {:?} -> {:?}",
                    picture.nodes[line.from].kind, picture.nodes[line.to].kind
                );
            }
        }
        std::fs::write(format!("/tmp/pic/{}.svg", figure.code()), svg(&picture)).unwrap();
    }
}

fn svg(p: &Picture) -> String {
    let mut s = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='{}' font-family='IBM Plex Sans,Arial'><rect width='100%' height='100%' fill='white'/>",
        p.width, p.height
    );
    let rect = |s: &mut String, r: Rect, a: &str| {
        write!(s, "<rect x='{}' y='{}' width='{}' height='{}' {a}/>", r.x, r.y, r.width, r.height)
            .unwrap()
    };
    let text = |s: &mut String, x: i32, y: i32, size: i32, t: &str| {
        write!(
            s,
            "<text x='{x}' y='{y}' font-size='{size}' text-anchor='middle'>{}</text>",
            t.replace('&', "&amp;")
        )
        .unwrap()
    };
    for pool in &p.pools {
        rect(&mut s, pool.rect, "fill='#f8f8ff' stroke='#888'");
        for (i, l) in pool.name.iter().enumerate() {
            let m = pool.rect.middle();
            write!(s, "<text transform='translate({},{}) rotate(-90)' font-size='12' text-anchor='middle'>{l}</text>", pool.rect.x + 16 + 14 * i as i32, m.y).unwrap();
        }
    }
    for line in &p.lines {
        let pts: Vec<String> = line.points.iter().map(|p| format!("{},{}", p.x, p.y)).collect();
        let style = match line.link {
            Link::Next(_) => "stroke='#000'",
            Link::Message(Message::Handover(_)) => "stroke='#06c' stroke-dasharray='6 3'",
            _ => "stroke='#c60' stroke-dasharray='2 3'",
        };
        write!(s, "<polyline points='{}' fill='none' {style}/>", pts.join(" ")).unwrap();
        let e = line.points.last().unwrap();
        write!(s, "<circle cx='{}' cy='{}' r='3'/>", e.x, e.y).unwrap();
    }
    for node in &p.nodes {
        let m = node.rect.middle();
        match node.kind {
            Kind::Act(a) => {
                rect(&mut s, node.rect, "fill='#fff' stroke='#000' rx='6'");
                text(&mut s, m.x, node.rect.y + 14, 11, a.code());
                for (i, l) in node.text.iter().enumerate() {
                    text(&mut s, m.x, node.rect.y + 29 + 15 * i as i32, 13, l);
                }
            }
            Kind::Ask(..) | Kind::Either => {
                let h = node.rect.width / 2;
                write!(
                    s,
                    "<path d='M{} {}l{h} {h}l-{h} {h}l-{h} -{h}z' fill='#ffd' stroke='#000'/>",
                    m.x, node.rect.y
                )
                .unwrap();
            }
            _ => write!(
                s,
                "<circle cx='{}' cy='{}' r='12' fill='{}' stroke='#000'/>",
                m.x,
                m.y,
                if matches!(node.kind, Kind::Tell(_)) { "#aaa" } else { "#fff" }
            )
            .unwrap(),
        }
        for b in node.label.iter() {
            for (i, l) in b.lines.iter().enumerate() {
                text(&mut s, b.rect.middle().x, b.rect.y + 11 + 14 * i as i32, 12, l);
            }
        }
    }
    for line in &p.lines {
        for b in line.label.iter() {
            rect(&mut s, b.rect, "fill='#fff' fill-opacity='.7'");
            for (i, l) in b.lines.iter().enumerate() {
                text(&mut s, b.rect.middle().x, b.rect.y + 11 + 14 * i as i32, 12, l);
            }
        }
    }
    s.push_str("</svg>");
    s
}
