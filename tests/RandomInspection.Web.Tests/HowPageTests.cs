using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace RandomInspection.Tests;

/// <summary>How the draw works: the example that citizens follow by hand gives what the page says, by the tools that they have.</summary>
public sealed partial class HowPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Commands_OfThePage_GiveWhatStandsBelowThem(string language)
    {
        await using PageHost host = await PageHost.StartAsync(Way.Morning);
        using PageReader reader = host.Reader();
        await reader.OpenAsync($"/how?lang={language}");
        Page page = await reader.OpenAsync("/how");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ri-how-");
        try
        {
            using HttpClient anybody = new() { BaseAddress = host.Address };
            foreach (string file in (string[])["opening.json", "record.json"])
            {
                Assert.Contains($"/how/example/{file}", page.Html, StringComparison.Ordinal);
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), await anybody.GetByteArrayAsync($"/how/example/{file}", Cancellation), Cancellation);
            }

            (string Command, string Answer)[] lines = [.. Commands().Matches(page.Html).Select(match => (WebUtility.HtmlDecode(match.Groups[1].Value).Trim(), match.Groups[2].Value))];
            Assert.Equal(5, lines.Length);
            foreach ((string command, string answer) in lines)
            {
                Assert.Equal((command, answer), (command, await ShellAsync(command, folder.FullName)));
            }

            // What the record says is what was computed.
            string record = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "record.json"), Cancellation);
            Assert.Contains($"\"seed\":\"{lines[2].Answer}\"", record, StringComparison.Ordinal);
            Assert.Contains($"\"commitment\":\"{lines[1].Answer}\"", record, StringComparison.Ordinal);
            Assert.Contains($"\"ticket\":\"{lines[4].Answer}\",\"id\":\"F05\"", record, StringComparison.Ordinal);
            Assert.DoesNotContain("\"id\":\"F06\"", record, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Page_FromHomeDrawAndFooter_IsLinkedAndEveryPictureHasWords()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using (Way way = new(store))
        {
            await way.GoAsync("draw");
        }

        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader reader = host.Reader();
        foreach (string path in (string[])["/", $"/draws/{Way.DrawId}", "/results"])
        {
            Assert.Contains("href=\"/how\"", (await reader.OpenAsync(path)).Html, StringComparison.Ordinal);
        }

        Page page = await reader.OpenAsync("/how");
        foreach (Match picture in Pictures().Matches(page.Html))
        {
            Assert.Contains($"<figcaption id=\"{picture.Groups[1].Value}\">", page.Html, StringComparison.Ordinal);
        }

        Assert.Equal(3, Pictures().Count(page.Html));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync("/how/example/frame.key")).Status);
    }

    [Fact]
    public async Task Example_OfThePage_IsTheSpecificationsByteForByte()
    {
        await using PageHost host = await PageHost.StartAsync(Way.Morning);
        using HttpClient anybody = new() { BaseAddress = host.Address };
        Assert.Equal(
            "478fdc121bc5bd8a4f60cd5aeef31055e5727f2c890c4e54fd251778f1ff5a01",
            Convert.ToHexStringLower(SHA256.HashData(await anybody.GetByteArrayAsync("/how/example/opening.json", Cancellation))));
    }

    private static async Task<string> ShellAsync(string command, string folder)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/sha256sum"), "There is no sha256sum here.");
        using Process shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        string answer = await shell.StandardOutput.ReadToEndAsync(Cancellation);
        await shell.WaitForExitAsync(Cancellation);
        return answer.TrimEnd('\n');
    }

    [GeneratedRegex("<pre class=\"pre how-hand\" tabindex=\"0\"><code>(.*?)\n?<span class=\"pre-answer\">(.*?)</span>", RegexOptions.Singleline)]
    private static partial Regex Commands();

    [GeneratedRegex("<svg viewBox=\"[^\"]*\" role=\"img\" aria-labelledby=\"(how-[a-z]*)\">")]
    private static partial Regex Pictures();
}
