using System.Diagnostics;
using System.Text;

namespace RandomInspection.Tests;

/// <summary>The program as a process of its own.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly Ri _ri = new();

    [Fact]
    public async Task Process_WholeWay_GivesTheVectorsResult()
    {
        DrawVector vector = DrawVector.Of("pub-rates");
        (int code, byte[] output, _) = await RunAsync("draw", "--frame", vector.Frame, "--design", vector.Design, "--seed", vector["seed"], "--out", _ri["result.json"]);
        Assert.Equal(0, code);
        Assert.StartsWith("selected ", Encoding.UTF8.GetString(output), StringComparison.Ordinal);
        Assert.Equal(vector.Result, await File.ReadAllTextAsync(_ri["result.json"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Process_BadInput_EndsWith2AndPlainUtf8()
    {
        (int code, byte[] output, byte[] error) = await RunAsync("deadline", "2027-02-10", "10", "--lang", "zh");
        Assert.Equal(2, code);
        Assert.Empty(output);
        string text = new UTF8Encoding(false, true).GetString(error);
        Assert.StartsWith("RI4001: 自 2027-02-10 起", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\r', text);
    }

    public void Dispose() => _ri.Dispose();

    private static async Task<(int Code, byte[] Output, byte[] Error)> RunAsync(params string[] args)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [Path.Combine(AppContext.BaseDirectory, "ri.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        using MemoryStream output = new(), error = new();
        CancellationToken token = TestContext.Current.CancellationToken;
        await Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(output, token), process.StandardError.BaseStream.CopyToAsync(error, token), process.WaitForExitAsync(token));
        return (process.ExitCode, output.ToArray(), error.ToArray());
    }
}
