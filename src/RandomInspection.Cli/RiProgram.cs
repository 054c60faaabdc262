using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using RandomInspection.Cli.Commands;

namespace RandomInspection.Cli;

/// <summary>The program <c>ri</c>: everything but the process around it.</summary>
internal static class RiProgram
{
    /// <summary>Runs one command line.</summary>
    /// <returns>0 done, 1 does not verify, is not fair or inspectors are short, 2 bad input.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error, Func<string, string?>? variable = null) =>
        Run(args, new RiConsole(output, error) { Variable = variable ?? (static _ => null) });

    /// <summary>Runs one command line.</summary>
    /// <returns>0 done, 1 does not verify, is not fair or inspectors are short, 2 bad input. Never an exception.</returns>
    public static int Run(string[] args, RiConsole console)
    {
        (CultureInfo culture, CultureInfo texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        console.Language = LanguageChoice.Of(args, console.Variable);
        try
        {
            // What is written is the same on every machine; its own texts System.CommandLine takes from resources.
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            CultureInfo.CurrentUICulture = LanguageChoice.CultureOf(console.Language);
            int code = Invoke(args, console);
            console.Output.Flush();
            return code;
        }
        catch (RefusalException refused)
        {
            console.Report(refused.Refusal);
        }
        catch (IOException failed)
        {
            console.Report(CliRefusals.OutputFailed.With(("detail", failed.Message)));
        }
        catch (Exception unexpected)
        {
            console.Report(CliRefusals.Unexpected.With(("kind", unexpected.GetType().Name), ("detail", unexpected.Message)));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }

        return ExitCode.BadInput;
    }

    /// <summary>All commands, with their texts in the console's language.</summary>
    public static RootCommand Commands(RiConsole console) => new(console.Say(
        "双随机、一公开：名单、抽取、匹配、核验与期限，只用普通文件，任何人可复核。\n退出码：0 完成；1 核验或审计不通过，或匹配人员不足；2 输入有误（标准错误给出代码、取值与办法）；130 被中断，没有写了一半的文件。",
        "Double-random inspections on plain files: frames, draws, matches, verification and deadlines that anyone can check.\nExit code: 0 done; 1 does not verify or is not fair, or inspectors are short; 2 bad input (code, value and remedy on standard error); 130 interrupted, no file half written."))
    {
        FrameCommand.Create(console),
        FrameRootCommand.Create(console),
        ProveCommand.Create(console),
        DesignCommand.Create(console),
        PreviewCommand.Create(console),
        KeyCommand.Create(console),
        CommitCommand.Create(console),
        ContributeCommand.Create(console),
        SeedCommand.Create(console),
        DrawCommand.Create(console),
        PartitionCommand.Create(console),
        MatchCommand.Create(console),
        DaysCommand.Create(console),
        SignCommand.Create(console),
        VerifyCommand.Create(console),
        VerifierCommand.Create(console),
        LedgerCommand.Create(console),
        WitnessCommand.Create(console),
        OverlapCommand.Create(console),
        AuditCommand.Create(console),
        DeadlineCommand.Create(console),
        CalendarCommand.Create(console),
        ExchangeCommand.Create(console),
        DatabaseCommand.Create(console),
        FsckCommand.Create(console),
        ComplianceCommand.Create(console),
        ViewsCommand.Create(console),
        LanguageChoice.Option(console),
    };

    private static int Invoke(string[] args, RiConsole console)
    {
        // No response files: a party's name may begin with '@'. No bundling: "-3" is a number.
        ParserConfiguration parser = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
        ParseResult parsed = Commands(console).Parse(args, parser);
        switch (parsed.Action)
        {
            case HelpAction:
                HelpText.Write(parsed, console);
                return ExitCode.Done;
            case ParseErrorAction:
                foreach (string fault in CommandLineFaults.Of(parsed, console))
                {
                    console.Report(CliRefusals.Usage.With(("detail", fault), ("command", CommandLineFaults.PathOf(parsed.CommandResult))));
                }

                return ExitCode.BadInput;
            default:
                LanguageChoice.Check(parsed);
                return parsed.Invoke(new InvocationConfiguration
                {
                    Output = console.Output,
                    Error = console.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                });
        }
    }
}
