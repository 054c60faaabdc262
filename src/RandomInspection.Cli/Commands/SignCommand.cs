using System.CommandLine;
using RandomInspection.Drawing;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri sign</c>: a detached signature of a record or an opening.</summary>
internal static class SignCommand
{
    public static Command Create(RiConsole console)
    {
        Argument<string> document = new("record.json") { Description = console.Say("抽取记录或开启文件，按公布的字节读取", "A record or an opening, byte for byte as published") };
        Option<string> keyFile = Options.Text("--key-file", "key.pem", console.Say("私钥（P-256 或 SM2；ri key new 生成）", "The private key (P-256 or SM2; as ri key new makes it)"));
        Option<string> target = Options.Out(console, "record.sig.json");
        Command command = new("sign", console.Say(
            "签署抽取记录或开启文件，写出分离的签名，打印公钥。\n签名只证明持有该私钥的人如此陈述；公钥是谁的，须由部门另行公布。",
            "Signs a record or an opening, writes the detached signature and prints the public key.\nA signature proves only what the key's owner stated; whose key it is, the department publishes elsewhere."))
        {
            document, keyFile, target,
        };
        command.SetAction(parsed => Run(
            console, parsed.GetRequiredValue(document), parsed.GetRequiredValue(keyFile), parsed.GetRequiredValue(target)));
        return command;
    }

    private static int Run(RiConsole console, string path, string keyFile, string target)
    {
        OutputFile.Check(target, path, keyFile);
        byte[] bytes = InputFile.Read(path);
        string hash = HashOf(bytes);
        DetachedSignature signature = SigningKey.Sign(
            keyFile,
            signer => new DocumentSigner(Options.SignatureAlgorithms, Options.Hashes, signer).SignAsync(bytes, hash, CancellationToken.None).AsTask().GetAwaiter().GetResult()!);
        OutputFile.Write(target, signature.Write());
        console.Line(signature.Key);
        return ExitCode.Done;
    }

    /// <summary>The hash that the document's opening names; what is neither is refused as the record that it is not.</summary>
    private static string HashOf(byte[] bytes)
    {
        try
        {
            return Opening.Parse(bytes).Hash;
        }
        catch (RefusalException)
        {
            return Opening.Parse(RecordDocument.Read(bytes).OpeningText).Hash;
        }
    }
}
