using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri commit</c>: a party makes its value on its own machine and commits to it.</summary>
internal static class CommitCommand
{
    public static Command Create(RiConsole console)
    {
        Option<string> opening = Options.Opening(console);
        Option<string> party = Options.Text("--party", "P", console.Say("参与方在开启文件中的名称", "The party's name in the opening"));
        Option<string> valueFile = Options.Text("--value-file", "F", console.Say("随机值写入新文件（仅所有者可读），不显示在屏幕上", "Writes the value to a new file that only its owner may read, instead of the screen"), required: false);
        Option<string> valueFrom = Options.Text("--value-from", "F", console.Say("不新生成，改读 --value-file 写出的值，重算其承诺", "Makes no value: reads one that --value-file wrote, to commit to it once more"), required: false);
        Option<string> keyFile = Options.Text("--key-file", "key.pem", console.Say("用参与方的私钥签署承诺（ri key new 生成）", "Signs the commitment with the party's private key (as ri key new makes it)"), required: false);
        Command command = new("commit", console.Say(
            "在参与方自己的机器上生成 32 字节随机值，打印随机值（value）与承诺（commitment）。\n随机值在揭示之前必须保密；承诺交给主持抽取的部门。",
            "Makes 32 random bytes on the party's own machine; prints the value and its commitment.\nThe value must stay secret until the reveal; the commitment goes to the department that draws."))
        {
            opening, party, valueFile, valueFrom, keyFile,
        };
        command.SetAction(parsed => Run(
            console,
            Opening.Parse(InputFile.Read(parsed.GetRequiredValue(opening))),
            parsed.GetRequiredValue(party),
            parsed.GetValue(valueFile),
            parsed.GetValue(valueFrom),
            parsed.GetValue(keyFile)));
        return command;
    }

    private static int Run(RiConsole console, Opening opening, string name, string? valueFile, string? valueFrom, string? keyFile)
    {
        if (valueFile is not null && valueFrom is not null)
        {
            throw CliRefusals.Usage.Refuse(("detail", console.Say("--value-file 与 --value-from 不能并用。", "--value-file and --value-from exclude each other.")), ("command", "ri commit"));
        }

        OpeningParty party = opening.Party(name);
        IDrawHash hash = Options.Hashes[opening.Hash];
        string value = valueFrom is null ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) : Read(valueFrom);
        Digest commitment = SeedText.Commitment(opening, name, value, hash);
        string? signature = null;
        if (keyFile is not null)
        {
            Span<byte> digest = stackalloc byte[32];
            hash.Hash(Encoding.UTF8.GetBytes(opening.Text), digest);
            signature = PrivateKey.Sign(keyFile, party, SeedText.CommitmentToSign(Digest.Of(digest), name, commitment));
        }

        if (valueFile is not null)
        {
            OutputFile.WriteSecret(valueFile, Encoding.ASCII.GetBytes(value + "\n"));
            console.Note(
                $"随机值已写入 {valueFile}。揭示之前必须保密：不要给任何人看，也不要上传；遗失则本方视为未揭示。",
                $"The value is in {valueFile}. Keep it secret until the reveal: show it to nobody, upload it nowhere. If it is lost, your party is struck out.");
        }
        else if (valueFrom is null)
        {
            console.Line($"value {value}");
            console.Note(
                "以上 value 在揭示之前必须保密：不要给任何人看，也不要上传；遗失则本方视为未揭示。只提交 commitment。",
                "Keep the value secret until the reveal: show it to nobody, upload it nowhere. If it is lost, your party is struck out. Hand in the commitment only.");
        }

        console.Line($"commitment {commitment}");
        if (signature is not null)
        {
            console.Line($"signature {signature}");
        }
        else if (party.Key is not null)
        {
            console.Note($"开启文件载有 {name} 的公钥：承诺须签名，请用 --key-file。", $"The opening has a key for {name}: the commitment must be signed, use --key-file.");
        }

        return ExitCode.Done;
    }

    private static string Read(string path)
    {
        string text = Encoding.ASCII.GetString(InputFile.Read(path)).TrimEnd('\n', '\r');
        return text.Length == 64 && text.All(char.IsAsciiHexDigitLower) ? text : throw CliRefusals.NotAValue.Refuse(("path", path));
    }
}
