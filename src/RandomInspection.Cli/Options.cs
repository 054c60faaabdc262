using System.CommandLine;
using System.Globalization;
using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Cli;

/// <summary>Options that several commands share, and the hashes they choose from.</summary>
internal static class Options
{
    private const int MostThreads = 1024;

    /// <summary>SHA-256 and SM3.</summary>
    public static DrawHashes Hashes { get; } = new([Sm3.Instance]);

    /// <summary>ECDSA on P-256 and SM2.</summary>
    public static SignatureAlgorithms SignatureAlgorithms { get; } = new([Sm2Sm3.Instance]);

    public static Option<string> Text(string name, string helpName, string description, bool required = true) => new(name)
    {
        HelpName = helpName,
        Description = description,
        Required = required,
    };

    /// <summary>An option that may be repeated.</summary>
    /// <param name="manyPerToken">Whether several values may follow one name; not beside arguments, which it would swallow.</param>
    public static Option<string[]> Several(string name, string helpName, string description, bool required = false, bool manyPerToken = false) => new(name)
    {
        HelpName = helpName,
        Description = description,
        Required = required,
        AllowMultipleArgumentsPerToken = manyPerToken,
        Arity = required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
    };

    public static Option<string> Frame(RiConsole console) =>
        Text("--frame", "frame.tsv", console.Say("规范名单文件（ri frame 写出）", "The canonical frame file (as ri frame writes it)"));

    public static Option<string> Design(RiConsole console) =>
        Text("--design", "design.json", console.Say("抽取方案，按公布的字节读取", "The design, byte for byte as published"));

    public static Option<string> Opening(RiConsole console) =>
        Text("--opening", "opening.json", console.Say("开启文件，按公布的字节读取", "The opening, byte for byte as published"));

    public static Option<string> Key(RiConsole console) =>
        Text("--key", "HEX", console.Say("名单密钥，64 位小写十六进制", "The frame's key, 64 lower-case hex characters"));

    public static Option<string> Out(RiConsole console, string helpName) =>
        Text("--out", helpName, console.Say("写到哪个文件；写完整后才替换已有文件", "The file to write; one that is there is replaced when the new one is complete"));

    public static Option<string> Hash(RiConsole console) => new("--hash")
    {
        HelpName = "sha-256|sm3",
        Description = console.Say("杂凑算法", "The hash"),
        DefaultValueFactory = static _ => Sha256.Instance.Name,
    };

    public static Option<string[]> Notices(RiConsole console) =>
        Several("--notice", "FILE", console.Say("另载入的放假通知文件（JSON 或 ICS），可多次", "A further holiday notice to load (JSON or ICS); may be repeated"));

    public static Option<string> Threads(RiConsole console) =>
        Text("--threads", "N", console.Say("用几个线程；缺省为全部处理器，结果与线程数无关", "How many threads work; without it as many as there are processors; the result does not depend on it"), required: false);

    /// <summary>How many threads the command line wants.</summary>
    /// <exception cref="InputRefusedException">It is no number from 1 to 1,024 (RI9101).</exception>
    public static int ThreadsOf(ParseResult parsed, Option<string> threads) => parsed.GetValue(threads) is { } text
        ? Number(CommandLineFaults.PathOf(parsed.CommandResult), threads.Name, text, 1, MostThreads)
        : Environment.ProcessorCount;

    public static Option<string> Repeat(RiConsole console) =>
        Text("--repeat", "N", console.Say("审计：以种子 SHA-256(种子:1) 至 SHA-256(种子:N) 各做一次", "For audits: once with each of the seeds SHA-256(seed:1) to SHA-256(seed:N)"), required: false);

    /// <summary>The whole number that an option gives.</summary>
    /// <exception cref="InputRefusedException">It is none, or out of range (RI9101).</exception>
    public static int Number(string command, string option, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw CliRefusals.Usage.Refuse(("detail", FormattableString.Invariant($"{option} {text} ({least} – {most})")), ("command", command));
}
