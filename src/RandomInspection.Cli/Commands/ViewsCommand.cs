using System.CommandLine;
using System.Data.Common;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri views rebuild</c>: the rows of all views anew from the logs.</summary>
internal static class ViewsCommand
{
    public static Command Create(RiConsole console) => new("views", console.Say("视图：由留痕重建。", "Views: made anew from the logs.")) { Rebuild(console) };

    private static Command Rebuild(RiConsole console)
    {
        Argument<string> database = new(HostDatabase.ArgumentName) { Description = HostDatabase.Description(console) };
        Command command = new("rebuild", console.Say(
            "清空全部视图并由留痕重新写出，一个事务：中断时一切如旧。先用 ri fsck 查明原因；留痕本身从不改动。",
            "Empties all views and writes them anew from the logs in one transaction: broken off, all is as before. Find out why with ri fsck first; the logs themselves are never changed."))
        {
            database,
        };
        command.SetAction(parsed => HostDatabase.With(parsed.GetRequiredValue(database), mayWrite: true, async services =>
        {
            long entries;
            await using (StoreCheck check = await StoreCheck.BeginAsync(services, [], CancellationToken.None))
            {
                entries = check.Public.Size + check.Sealed.Size;
            }

            try
            {
                long rows = console.WithProgress("重建视图", "making views anew", entries, progress => services.RebuildViewsAsync(progress, CancellationToken.None).GetAwaiter().GetResult());
                console.Line(FormattableString.Invariant($"rows {rows}"));
                return ExitCode.Done;
            }
            catch (InvalidOperationException e) when (e.InnerException is not DbException)
            {
                console.Report(StoreDifferences.StreamDoesNotReplay.With(("stream", "?"), ("detail", e.Message)));
                return ExitCode.DoesNotVerify;
            }
        }));
        return command;
    }
}
