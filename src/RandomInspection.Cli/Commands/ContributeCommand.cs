using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri contribute</c>: a party whose values follow from one secret, kept in a file on its own machine (<see cref="SecretContributor"/>).</summary>
internal static class ContributeCommand
{
    public static Command Create(RiConsole console) => new("contribute", console.Say(
        "凭一个秘密参与历次抽取：每份开启文件的随机值都由它算出，不必另存，也不会遗失。",
        "A party whose values all follow from one secret: for each opening another, nothing to store and nothing to lose."))
    {
        New(console), Commit(console), Reveal(console),
    };

    private static Command New(RiConsole console)
    {
        Option<string> secret = Secret(console);
        Command create = new("new", console.Say("生成 32 字节的秘密，写入新文件（仅所有者可读）。", "Makes a secret of 32 bytes and writes it to a new file that only its owner may read.")) { secret };
        create.SetAction(parsed =>
        {
            OutputFile.WriteSecret(parsed.GetRequiredValue(secret), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretContributor.LeastSecret)) + "\n"));
            console.Note(
                "得到秘密的人事先就知道今后所有的随机值：只留在本机，另留一份离线备份。",
                "Whoever has the secret knows every value beforehand: keep it on this machine, and one copy offline.");
            return ExitCode.Done;
        });
        return create;
    }

    private static Command Commit(RiConsole console)
    {
        Option<string> opening = Options.Opening(console), party = Party(console), secret = Secret(console), keyFile = KeyFile(console);
        Command commit = new("commit", console.Say("打印本方对开启文件的承诺与签名；同一份开启文件总是同一个承诺。", "Prints the party's commitment to an opening, and its signature; for one opening always the same.")) { opening, party, secret, keyFile };
        commit.SetAction(parsed =>
        {
            string text = Encoding.UTF8.GetString(InputFile.Read(parsed.GetRequiredValue(opening)));
            SeedCommitment made = With(parsed.GetRequiredValue(party), parsed.GetRequiredValue(secret), parsed.GetRequiredValue(keyFile), own => own.CommitAsync(text, CancellationToken.None));
            console.Line($"commitment {made.Commitment}");
            console.Line($"signature {made.Signature}");
            return ExitCode.Done;
        });
        return commit;
    }

    private static Command Reveal(RiConsole console)
    {
        Option<string> opening = Options.Opening(console), party = Party(console), secret = Secret(console), keyFile = KeyFile(console);
        Option<string[]> commitments = Options.Several("--commitment", "PARTY:HEX", console.Say("已公布的各方承诺，本方的也要", "The commitments that are published, the party's own among them"), required: true, manyPerToken: true);
        Option<string[]> revealed = Options.Several("--revealed", "PARTY:HEX", console.Say("已公布的各方随机值", "The values that are published"), manyPerToken: true);
        Option<string[]> struck = Options.Several("--struck", "PARTY", console.Say("因逾期被剔除的参与方；期限未到的不作数", "The parties struck out for missing a deadline; before it that does not count"), manyPerToken: true);
        Command reveal = new("reveal", console.Say(
            "各方均已承诺、抽取部门已揭示后，打印本方的随机值；否则拒绝，不透露任何内容。",
            "Prints the party's value once everybody has committed and the drawing department has revealed; refuses before, and gives nothing away."))
        {
            opening, party, secret, keyFile, commitments, revealed, struck,
        };
        reveal.SetAction(parsed =>
        {
            string text = Encoding.UTF8.GetString(InputFile.Read(parsed.GetRequiredValue(opening)));
            PublishedCeremony ceremony = new(
                text,
                ByParty(parsed.GetRequiredValue(commitments)).ToImmutableSortedDictionary(pair => pair.Party, pair => Digest.Parse(pair.Hex), StringComparer.Ordinal),
                ByParty(parsed.GetValue(revealed) ?? []).ToImmutableSortedDictionary(pair => pair.Party, pair => pair.Hex, StringComparer.Ordinal),
                (parsed.GetValue(struck) ?? []).ToImmutableSortedSet(StringComparer.Ordinal));
            string value = With(
                parsed.GetRequiredValue(party), parsed.GetRequiredValue(secret), parsed.GetRequiredValue(keyFile),
                own => own.RevealAsync(ceremony, SystemClock.Instance.GetCurrentInstant(), CancellationToken.None));
            console.Line($"value {value}");
            return ExitCode.Done;
        });
        return reveal;
    }

    private static Option<string> Party(RiConsole console) => Options.Text("--party", "P", console.Say("参与方在开启文件中的名称", "The party's name in the opening"));

    private static Option<string> Secret(RiConsole console) => Options.Text("--secret", "secret.txt", console.Say("秘密的文件（ri contribute new 生成）", "The file with the secret (as ri contribute new makes it)"));

    private static Option<string> KeyFile(RiConsole console) => Options.Text("--key-file", "key.pem", console.Say("参与方的私钥（ri key new 生成）", "The party's private key (as ri key new makes it)"));

    private static T With<T>(string party, string secretFile, string keyFile, Func<SecretContributor, Task<T>> use)
    {
        string text = Encoding.ASCII.GetString(InputFile.Read(secretFile)).TrimEnd('\n', '\r');
        byte[] secret = text.Length == 2 * SecretContributor.LeastSecret && text.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(text) : throw CliRefusals.NotASecret.Refuse(("path", secretFile));
        try
        {
            return PrivateKey.With(keyFile, signer => use(new SecretContributor(party, secret, signer, Options.Hashes)).GetAwaiter().GetResult());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>What parties are said to have given, each once.</summary>
    private static IEnumerable<(string Party, string Hex)> ByParty(string[] pairs)
    {
        HashSet<string> named = new(StringComparer.Ordinal);
        foreach (string pair in pairs)
        {
            yield return pair.Split(':') is [{ Length: > 0 } party, { Length: 64 } hex] && hex.All(char.IsAsciiHexDigitLower) && named.Add(party)
                ? (party, hex)
                : throw CliRefusals.NotOfAParty.Refuse(("pair", pair));
        }
    }
}
