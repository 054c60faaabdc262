using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using RandomInspection.Drawing;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri overlap</c>: how the tasks of one draw meet, and what separate draws were expected to give.</summary>
internal static class OverlapCommand
{
    public static Command Create(RiConsole console)
    {
        Argument<string> record = new("record.json") { Description = console.Say("抽取记录：公开或审计视图", "The record: public or auditor's view") };
        Option<string[]> frame = Options.Several("--frame", "frame.tsv", console.Say("规范名单文件，每项任务一个；不给则只数名单", "The canonical frame files, one for each task; without them only the lists are counted"));
        Option<string[]> task = Options.Several("--task", "ID", console.Say("名单属于哪个任务，与 --frame 一一对应；可省，则按记录中任务的次序", "The task of each --frame; may be left out, then in the order of the record's tasks"));
        Command command = new("overlap", console.Say(
            "共同抽取的协调：同时被几项任务抽中、只须上门一次的户数；给出名单时，并与各自抽取的期望相比。",
            "Coordination of a shared draw: subjects that several tasks selected and that need one visit; with the frames, compared with what separate draws were expected to give."))
        {
            record, frame, task,
        };
        command.SetAction(parsed => Run(
            console,
            RecordDocument.Read(InputFile.Read(parsed.GetRequiredValue(record))),
            parsed.GetValue(frame) ?? [],
            parsed.GetValue(task) ?? []));
        return command;
    }

    private static int Run(RiConsole console, DrawRecord record, string[] frames, string[] tasks)
    {
        string[] known = [.. record.Tasks.Select(t => t.Id)];
        string[] names = tasks.Length == 0 ? known : tasks;
        if (known.Length == 0 || (frames.Length > 0 && !(names.Length == frames.Length && names.Order(StringComparer.Ordinal).SequenceEqual(known.Order(StringComparer.Ordinal)))))
        {
            throw DoNotFit($"记录中的任务：{string.Join("、", known)}；给出 {frames.Length} 个名单", $"the record has the tasks {string.Join(", ", known)}, and {frames.Length} frames were given");
        }

        if (frames.Length == 0)
        {
            int[] times = [.. record.Tasks.SelectMany(t => t.Selected).GroupBy(u => u.Id, StringComparer.Ordinal).Select(g => g.Count())];
            Write(console, record.Tasks.Length, times.Sum(), times.Length, times.Count(n => n > 1));
            return ExitCode.Done;
        }

        Dictionary<string, string> files = names.Zip(frames).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal);
        Coordination found = CoordinationCount.Of([.. record.Tasks.Select(t => TaskOf(t, files[t.Id]))]);
        Write(console, found.Tasks, found.Selected, found.DistinctSelected, found.SelectedInSeveral);
        console.Line(console.Say(
            $"名单合计 {found.Subjects} 户，{found.InSeveralFrames} 户在两份以上名单中。",
            $"The frames hold {found.Subjects} subjects, {found.InSeveralFrames} of them in two or more."));
        console.Line(console.Say(
            $"如果各自抽取：期望 {Nano(found.SeparateInSeveralNano)} 户相重，打扰 {Nano(found.SeparateDistinctNano)} 户；这次少 {Nano(found.FewerThanSeparateNano)} 户。",
            $"Drawn separately: {Nano(found.SeparateInSeveralNano)} expected in several, {Nano(found.SeparateDistinctNano)} disturbed; here {Nano(found.FewerThanSeparateNano)} fewer."));
        console.Line(console.Say(
            $"期望值由入样概率精确算出，{found.Combinations} 种组合各向下取到 10⁻⁹。",
            $"Exact from the inclusion probabilities; each of {found.Combinations} combinations is rounded down to 10⁻⁹."));
        return ExitCode.Done;
    }

    private static void Write(RiConsole console, int tasks, long selected, long distinct, long several) => console.Line(console.Say(
        $"{tasks} 项任务共抽中 {selected} 户次，实为 {distinct} 户；{several} 户被几项任务抽中，只须上门一次，少上门 {selected - distinct} 次。",
        $"{tasks} tasks, {selected} selections, {distinct} subjects; {several} selected by several tasks, one visit instead of several: {selected - distinct} visits saved."));

    private static CoordinatedTask TaskOf(RecordedTask task, string file)
    {
        Frame frame = FrameFile.Read(InputFile.Read(file));
        ImmutableArray<CellExpectation> expected = [.. task.Cells.Select(c => c.Expectation)];
        return frame.Cells.SequenceEqual(expected.Select(e => e.Count))
            ? new CoordinatedTask(frame, expected, [.. task.Selected.Select(u => u.Id)])
            : throw DoNotFit($"名单 {file} 与任务 {task.Id} 的单元格不符", $"the frame {file} has not the cells of the task {task.Id}");
    }

    private static string Nano(long nanos)
    {
        (long whole, long rest) = Math.DivRem(Math.Abs(nanos), CellExpectation.NanosPerUnit);
        return string.Create(CultureInfo.InvariantCulture, $"{(nanos < 0 ? "-" : "")}{whole}.{rest:D9}");
    }

    private static InputRefusedException DoNotFit(string chinese, string english) =>
        CliRefusals.FramesDoNotFit.Refuse(("detailZh", chinese), ("detailEn", english));
}
