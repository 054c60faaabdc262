using System.CommandLine;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri key new</c>: a party's own key.</summary>
internal static class KeyCommand
{
    public static Command Create(RiConsole console)
    {
        Option<string> target = Options.Text("--out", "key.pem", console.Say("私钥写到哪个文件；从不覆盖，仅所有者可读", "The file for the private key; never replaced, readable by its owner only"));
        Command create = new("new", console.Say("生成 P-256 密钥，打印写入开启文件的公钥。", "Makes a P-256 key and prints the public key for the opening.")) { target };
        create.SetAction(parsed =>
        {
            console.Line(PrivateKey.Create(parsed.GetRequiredValue(target)));
            console.Note("私钥只留在本机，不交给任何人；公钥写入开启文件的 key。", "The private key stays on this machine and is given to nobody; the public key goes into the opening as \"key\".");
            return ExitCode.Done;
        });
        return new Command("key", console.Say("参与方自己的密钥。", "A party's own key.")) { create };
    }
}
