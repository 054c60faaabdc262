using System.Diagnostics;
using System.Globalization;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Exchange;

namespace ExchangePartners;

/// <summary>Large files in and out, one process each, which says at its end how much memory it had at most: what eng/exchange-files.sh measures.</summary>
internal static class Bulk
{
    private const string Mapping = """
        {"type":"cn.random-inspection.subjects.v1",
         "columns":{"code":"代码","name":"企业名称","region":"区县","trade":"行业","creditClass":"等级"},
         "words":{"creditClass":{"守信":"A","失信":"D"}}}
        """;

    /// <summary>Takes the old system's table from a folder into the front database, every row read twice.</summary>
    public static async Task<int> TakeAsync(string store, string folder)
    {
        await using ServiceProvider services = await OpenAsync(store);
        long begun = Stopwatch.GetTimestamp();
        FileReceipt receipt = (await services.GetRequiredService<FileDropIn>().ReadAsync(Sides.Department, folder, PartnerMapping.Parse(Mapping), CancellationToken.None))[0];
        Say($"in {receipt.Rows} rows refused {receipt.RowsRefused} {receipt.Refused}", begun);
        return receipt is { Refused: null, RowsRefused: 0 } ? 0 : 1;
    }

    /// <summary>Takes what the table said into the directory.</summary>
    public static async Task<int> MergeAsync(string store)
    {
        await using ServiceProvider services = await OpenAsync(store);
        long begun = Stopwatch.GetTimestamp();
        await services.GetRequiredService<InboxRun>().RunAsync(Sides.Department, CancellationToken.None);
        InFigures figures = await services.GetRequiredService<InTable>().FiguresAsync(Sides.Department.Id, CancellationToken.None);
        long subjects = 0;
        await foreach (Subject _ in services.GetRequiredService<ISubjectDirectory>().ReadAsync(CancellationToken.None))
        {
            subjects++;
        }

        Say($"in to the directory {subjects} subjects of {figures.Taken} messages, set aside {figures.Aside}", begun);
        return figures is { Aside: 0, Waiting: 0, Parked: 0 } ? 0 : 1;
    }

    /// <summary>Writes what was published as a file of a form.</summary>
    public static async Task<int> WriteAsync(string store, string folder, string format)
    {
        await using ServiceProvider services = await OpenAsync(store);
        long begun = Stopwatch.GetTimestamp();
        string? file = await services.GetRequiredService<FileDropOut>().WriteAsync(Sides.Reader, folder, Enum.Parse<DropFormat>(format), CancellationToken.None);
        Say($"out {format} {(file is null ? 0 : new FileInfo(file).Length)} bytes", begun);
        return file is null ? 1 : 0;
    }

    private static async Task<ServiceProvider> OpenAsync(string folder)
    {
        ServiceCollection services = new();
        services.AddSide(folder, Sides.Authority(1, isFast: false));
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.MigrateAsync(CancellationToken.None);
        await provider.GetRequiredService<FrontDatabase>().CreateAsync(CancellationToken.None);
        return provider;
    }

    private static void Say(string what, long begun)
    {
        using Process own = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s peak {own.PeakWorkingSet64 >> 20} MB"));
    }
}
