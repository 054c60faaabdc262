using System.CommandLine;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri key new</c>: a party's or a department's own key.</summary>
internal static class KeyCommand
{
    public static Command Create(RiConsole console)
    {
        Option<string> target = Options.Text("--out", "key.pem", console.Say("私钥写到哪个文件；从不覆盖，仅所有者可读", "The file for the private key; never replaced, readable by its owner only"));
        Option<string> algorithm = new("--algorithm")
        {
            HelpName = string.Join('|', SigningKey.Algorithms),
            Description = console.Say("签名算法；参与方的密钥只能是 P-256", "The signature algorithm; a party's key is always P-256"),
            DefaultValueFactory = static _ => SigningKey.Algorithms[0],
        };
        algorithm.AcceptOnlyFromAmong(SigningKey.Algorithms);
        Command create = new("new", console.Say("生成 P-256（或 SM2）密钥，打印公钥。", "Makes a P-256 (or SM2) key and prints the public key.")) { target, algorithm };
        create.SetAction(parsed =>
        {
            console.Line(SigningKey.Create(parsed.GetRequiredValue(target), parsed.GetRequiredValue(algorithm)));
            console.Note("私钥只留在本机，不交给任何人；参与方的公钥写入开启文件的 key，部门的公钥另行公布。", "The private key stays on this machine and is given to nobody; a party's public key goes into the opening as \"key\", a department's is published.");
            return ExitCode.Done;
        });
        return new Command("key", console.Say("参与方或部门自己的密钥。", "A party's or a department's own key.")) { create };
    }
}
