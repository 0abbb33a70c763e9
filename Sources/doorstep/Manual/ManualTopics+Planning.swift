import DoorstepCore

/// Who goes where, over both lists.
extension ManualTopic {
    static let planning = ManualTopic(
        "planning", Phrase("方案", "Planning"),
        [
            .paragraph(
                Phrase(
                    "doorstep plan 把两份名单通盘安排：每人至多一个岗位，每个岗位至多按空缺数，只用达到分数线的匹配。cover（默认）先让安排的人最多，再让总分最高；total 只看总分。方案是最优的，并带着证明：标准错误上写明安排多少人、填上多少空缺、总分、与已证明的上限相差多少（0），以及比逐个推荐（每次取分最高的一对）多多少。",
                    "doorstep plan arranges both lists together: each person gets one job at the most, each job no more people than it has vacancies, by matches from the threshold of points on. cover (the default) places the most people, and of such plans has the most points; total looks at points alone. The plan is optimal and proven: standard error tells how many people are placed, how many vacancies filled, the sum of points, the gap to the proven bound (0), and how many more that is than the greedy plan gets, which takes the best pair first.")),
            .table([
                ManualRow("--goal total|cover", "总分最高，或人最多", "the most points, or the most people"),
                ManualRow("--threshold N", "多少分以上的匹配才用", "from how many points on a match is used"),
                ManualRow("--top K", "每个岗位、每个人各取最合适的多少个来挑", "how many of each job's and person's best there are to choose from"),
                ManualRow("--fix JOB:PERSON", "已经说定的一对，不论几分都在方案里", "a pair that is agreed: the plan has it, whatever it scores"),
                ManualRow("--exclude JOB:PERSON", "不要的一对", "a pair that is out of the question"),
                ManualRow("--first A,B", "优先安排的群体或人，先写的在先，哪怕另外两个人因此没有着落", "groups or people to be placed first, the first option before the next, even where it leaves two others without"),
                ManualRow("--per-employer N", "每个单位至多多少人", "how many one employer gets at the most"),
            ]),
            .paragraph(
                Phrase(
                    "--fix 和 --exclude 也可以写文件名，文件要有 job_id 和 person_id 两列。互相矛盾的，说出是哪一对，不作安排。",
                    "--fix and --exclude also take the name of a file with the columns job_id and person_id. Where they contradict each other, the pair is named and nothing is planned.")),
            .paragraph(
                Phrase(
                    "改列别的，只能选一样：--compare 与逐个推荐相比谁的岗位不同，--empty 哪些空缺填不上、为什么、怎样能填上，--unplaced 哪些人没有着落、为什么，--groups 各群体安排了多少人。",
                    "One of these is written instead of the plan: --compare, whose job is not that of the greedy plan; --empty, which vacancies stay empty, why, and what would fill them; --unplaced, who stays without a job and why; --groups, how many of each group are placed.")),
            .example([
                "doorstep plan --output plan.csv --proof proof.jsonl",
                "doorstep plan --first 退役军人 --first 残疾人,高校毕业生 --output plan.xlsx",
                "doorstep plan --per-employer 20 --empty",
                "doorstep plan --fix 150784001-J000001:150784001-P000001 --groups",
                "doorstep plan --accept plan.csv --output referred.csv",
            ]),
            .paragraph(
                Phrase(
                    "--proof 把证明写到文件（JSON Lines）：用到的每一对和得分，岗位和单位的价、每人的得益；逐行核对，谁都能确认没有更好的方案，不必相信本程序。",
                    "--proof writes the proof to a file (JSON Lines): every pair there is with its points, the prices of jobs and employers, what each person gains. Checked line by line it shows anyone that no plan is better, without trusting this program.")),
            .paragraph(
                Phrase(
                    "--accept 接受写出的方案：不要的行先删去，留下的每行开一笔推荐，日期是 --on 那天，全部是一笔改动、一条日志；写出推荐编号。已经在办、已就业、岗位停招等办不了的行，各用一行说明，其余照办，返回码 1。每笔推荐和平时一样往下办，也一样更正。",
                    "--accept takes back a plan that was written: take out the lines you do not want, and each line that is left opens a referral, dated as --on says, all of them one change with one entry of the journal; their identifiers are written. A line that cannot be referred any more (in hand already, placed, a job that closed) is named on a line of its own, the others go through, and the exit code is 1. Each referral goes on, and is corrected, as any other.")),
            .paragraph(
                Phrase(
                    "操作台里是 6 方案：逐行列出，旁边是逐个推荐的结果；p 推荐这一行（先用空格标记的一起推荐，是一笔改动），d 不要这一行（这一对、这个人或这个岗位），余下的接着重排；u 撤销；] 换着看空着的、没安置的（写明为什么）、不同的和不要的；m 换目标，z 零就业家庭优先，f 是全部条件，R 按现在的名单重做。不要的不存，只在这次操作台里有效。",
                    "In the console it is 6 Plan: line by line beside what referring one by one comes to; p refers the line (those marked with Space together, as one change), d refuses it (the pair, the person or the job), and the rest is planned again from there; u takes either back; ] lists what stays empty and who stays without (and why), what differs and what was refused; m turns the goal, z puts zero-employment families first, f has all that is asked for, R makes it anew from the lists as they are. What was refused is not stored: it holds until the console is left.")),
            .paragraph(
                Phrase(
                    "算到一半按 ^C，写出到此为止最好的方案和它离上限多远，返回码 1；再按一次就直接结束。",
                    "^C half-way writes the best plan so far with its distance to the bound, exit code 1; pressed once more it ends the program.")),
        ])
}
