using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using RandomInspection.Directories;
using RandomInspection.Exchange;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>Two real processes, one of which fails and hangs as it likes, both killed (SIGKILL) again and again: nothing is lost, nothing has its effect twice, order is kept.</summary>
/// <remarks>eng/exchange-chaos.sh does the same with a hundred thousand messages and fifty kills of each.</remarks>
public sealed class ProcessTests : IDisposable
{
    private const int Messages = 1500;
    private const int Kills = 4;
    private const string HeapOf72MiB = "0x4800000";

    private readonly string _folder = Directory.CreateTempSubdirectory("ri-exchange-").FullName;
    private readonly List<Process> _started = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chaos_BothKilled_NothingLostDoubledOrOutOfOrder()
    {
        string authority = Path.Combine(_folder, "authority"), province = Path.Combine(_folder, "province");
        string port = FreePort().ToString(CultureInfo.InvariantCulture);
        Assert.Equal(0, await RunAsync("publish", authority, $"{Messages}", "150"));
        Process receiver = Start("province", province, port, "30", "10"), sender = Start("authority", authority, port, "fast");
        for (int i = 0; i < Kills; i++)
        {
            await Task.Delay(2500, Cancellation);
            await KillAsync(receiver);
            receiver = Start("province", province, port, "30", "10");
            await Task.Delay(1500, Cancellation);
            if (!sender.HasExited)
            {
                await KillAsync(sender);
                sender = Start("authority", authority, port, "fast");
            }
        }

        await sender.WaitForExitAsync(Cancellation);
        Assert.Equal(0, sender.ExitCode);
        for (int tries = 0; await RunAsync("check", authority, province) != 0; tries++)
        {
            Assert.True(tries < 30, "The two sides do not agree."); // what was kept last may still be on its way into the log
            await Task.Delay(1000, Cancellation);
        }
    }

    /// <summary>A city that fetches from a province that fails and hangs, both killed: each page with its cursor, or neither.</summary>
    [Fact]
    public async Task Fetching_BothKilled_NothingLostDoubledOrOutOfOrder()
    {
        string city = Path.Combine(_folder, "city"), province = Path.Combine(_folder, "province");
        string port = FreePort().ToString(CultureInfo.InvariantCulture);
        Assert.Equal(0, await RunAsync("publish", province, "3000", "300"));
        Process giver = Start("province", province, port, "30", "10"), fetcher = Start("city", city, port);
        for (int i = 0; i < Kills; i++)
        {
            await Task.Delay(2500, Cancellation);
            await KillAsync(giver);
            giver = Start("province", province, port, "30", "10");
            await Task.Delay(1500, Cancellation);
            await KillAsync(fetcher);
            fetcher = Start("city", city, port);
        }

        for (int tries = 0; await RunAsync("check-fetched", province, city) != 0; tries++)
        {
            Assert.True(tries < 120, "The two sides do not agree.");
            await Task.Delay(1000, Cancellation);
        }
    }

    /// <summary>A department's old system that only writes files: another process, GB18030, its own columns and words.</summary>
    [Fact]
    public async Task OldSystem_FileWritten_InTheDirectoryInOurWords()
    {
        Assert.Equal(0, await RunAsync("department", _folder, "800"));
        await using FrontHost host = await FrontHost.StartAsync();
        ExchangePartner partner = FrontHost.Province with { Keys = [new WebhookKey.Secret([.. "the secret of this year, 2026"u8])] };
        PartnerMapping mapping = PartnerMapping.Parse("""
            {"type":"cn.random-inspection.subjects.v1",
             "columns":{"code":"代码","name":"企业名称","region":"区县","trade":"行业","creditClass":"等级"},
             "words":{"creditClass":{"守信":"A","失信":"D"}}}
            """);
        FileReceipt receipt = Assert.Single(await host.Get<FileDropIn>().ReadAsync(partner, _folder, mapping, Cancellation));
        Assert.Equal((800L, 0L, (string?)null), (receipt.Rows, receipt.RowsRefused, receipt.Refused));
        await host.Get<InboxRun>().RunAsync(partner, Cancellation);
        foreach (Subject one in SampleSubjects.Generate(800).Take(20))
        {
            Subject? merged = await host.Get<ISubjectDirectory>().FindAsync(one.Code, Cancellation);
            Assert.Equal((one.Name, one.Region, one.Trade, one.CreditClass is "A" or "B" ? "A" : "D"), (merged!.Name, merged.Region, merged.Trade, merged.CreditClass));
        }
    }

    /// <summary>Large files in and out in processes whose heap may not grow beyond 72 MiB: less than the rows would be if they were held.</summary>
    /// <remarks>eng/exchange-files.sh does the same with a million rows and says how much memory there was at most.</remarks>
    [Fact]
    public async Task LargeFiles_InAndOut_WithinASmallHeap()
    {
        string files = Path.Combine(_folder, "files"), taken = Path.Combine(_folder, "taken"), published = Path.Combine(_folder, "published");
        Assert.Equal(0, await RunAsync("department", files, "200000"));
        Assert.Equal(0, await RunWithinAsync("take-file", taken, files));
        Assert.Equal(0, await RunAsync("publish", published, "50000", "5000"));
        foreach (DropFormat format in (DropFormat[])[DropFormat.Workbook, DropFormat.CsvGb18030])
        {
            Assert.Equal(0, await RunWithinAsync("write-file", published, Path.Combine(_folder, $"{format}"), $"{format}"));
        }
    }

    public void Dispose()
    {
        foreach (Process process in _started)
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit();
            }

            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
    }

    private Task<int> RunAsync(params string[] arguments) => EndAsync(Start(arguments));

    private Task<int> RunWithinAsync(params string[] arguments) => EndAsync(Start(arguments, HeapOf72MiB));

    private static async Task<int> EndAsync(Process process)
    {
        await process.WaitForExitAsync(Cancellation);
        return process.ExitCode;
    }

    private Process Start(params string[] arguments) => Start(arguments, null);

    private Process Start(string[] arguments, string? heap)
    {
        ProcessStartInfo start = new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "exchange-partners.dll"), .. arguments]) { UseShellExecute = false };
        start.Environment["DOTNET_GCHeapHardLimit"] = heap;
        Process process = Process.Start(start)!;
        _started.Add(process);
        return process;
    }
}
