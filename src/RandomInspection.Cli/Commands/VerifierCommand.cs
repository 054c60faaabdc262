using System.CommandLine;
using RandomInspection.Web.Draws;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri verifier</c>: the verifier for people without <c>ri</c>, as one HTML file.</summary>
internal static class VerifierCommand
{
    public static Command Create(RiConsole console)
    {
        Option<string> target = Options.Out(console, "verify.html");
        Command command = new("verifier", console.Say(
            "写出离线核验文件：一个 HTML，存到本机用浏览器打开即可核验，不联网、不上传。与宿主网页所用为同一程序，与 ri verify 无共用代码。",
            "Writes the offline verifier: one HTML file to open from disk in any browser, without a network or uploads. It is the program of the host's pages and shares no code with ri verify."))
        {
            target,
        };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(target);
            OutputFile.Check(path);
            OutputFile.Write(path, OfflineVerifier.File);
            console.Note($"已写出 {path}（{OfflineVerifier.File.Length} 字节）", $"Written: {path} ({OfflineVerifier.File.Length} bytes)");
            return ExitCode.Done;
        });
        return command;
    }
}
