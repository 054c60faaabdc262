using System.CommandLine;
using System.CommandLine.Parsing;

namespace RandomInspection.Cli;

/// <summary>Says in both languages what is wrong with a command line; System.CommandLine's own texts are translated in part only.</summary>
internal static class CommandLineFaults
{
    /// <summary>Everything that is wrong, at least one sentence for a line that was not understood.</summary>
    public static IEnumerable<string> Of(ParseResult parsed, RiConsole console)
    {
        List<string> faults = [.. Known(parsed, console)];
        return faults.Count > 0 ? faults : parsed.Errors.Select(error => error.Message);
    }

    /// <summary>The command as it is typed, for example <c>ri key new</c>.</summary>
    public static string PathOf(SymbolResult? result) => result switch
    {
        null => "",
        CommandResult { Command: RootCommand } => "ri",
        CommandResult command => $"{PathOf(command.Parent)} {command.Command.Name}",
        _ => PathOf(result.Parent),
    };

    private static IEnumerable<string> Known(ParseResult parsed, RiConsole console)
    {
        foreach (string token in parsed.UnmatchedTokens)
        {
            yield return console.Say($"不认识“{token}”。", $"\"{token}\" is unknown.");
        }

        Command command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && command.Action is null && parsed.UnmatchedTokens.Count == 0)
        {
            string names = string.Join(", ", command.Subcommands.Select(sub => sub.Name));
            yield return console.Say($"缺少命令，可用：{names}。", $"A command is missing, there are: {names}.");
        }

        foreach (Argument argument in command.Arguments)
        {
            if (argument.Arity.MinimumNumberOfValues > (parsed.GetResult(argument)?.Tokens.Count ?? 0))
            {
                yield return console.Say($"缺少 <{argument.Name}>。", $"<{argument.Name}> is missing.");
            }
        }

        foreach (Option option in command.Options)
        {
            if (parsed.GetResult(option) is not { IdentifierTokenCount: > 0 } given)
            {
                if (option.Required)
                {
                    yield return console.Say($"缺少选项 {option.Name}。", $"The option {option.Name} is missing.");
                }
            }
            else if (given.Tokens.Count < option.Arity.MinimumNumberOfValues)
            {
                yield return console.Say($"选项 {option.Name} 缺少取值 <{option.HelpName}>。", $"The option {option.Name} lacks its value <{option.HelpName}>.");
            }
            else if (given.Tokens.Count > option.Arity.MaximumNumberOfValues)
            {
                yield return console.Say($"选项 {option.Name} 只能给出一次。", $"The option {option.Name} can be given once only.");
            }
        }
    }
}
