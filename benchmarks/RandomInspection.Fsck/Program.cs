using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Fsck;

// What the check of a store takes, stage by stage, beside a bare read of the same table in the same run: one line a phase, tab between, for eng/fsck-page.py.
if (args is not [string folder, string least] || !long.TryParse(least, NumberStyles.None, CultureInfo.InvariantCulture, out long entries))
{
    Console.Error.WriteLine("Usage: RandomInspection.Fsck FOLDER ENTRIES");
    return 1;
}

string file = Path.Combine(folder, "inspection.db");
ServiceCollection services = new();
services.AddRandomInspection().UseSqlite($"Data Source={file}");
await using ServiceProvider provider = services.BuildServiceProvider();
await provider.MigrateAsync(CancellationToken.None);
await using SqliteConnection connection = new($"Data Source={file}");
await connection.OpenAsync();
long size = Year.Write(connection, entries);
Console.WriteLine($"entries\t{size}");
Console.WriteLine($"bytes\t{new FileInfo(file).Length}");

long rows = 0;
Line("rebuild", Measured(() => rows = provider.RebuildViewsAsync(null, CancellationToken.None).GetAwaiter().GetResult()));
Console.WriteLine($"rows\t{rows}");

// Three rounds, reads and stages in turn; the page takes the middle one.
for (int round = 0; round < 3; round++)
{
    Line("read", Measured(() => Read("SELECT \"Sequence\", \"Stream\", \"Version\", \"Type\", \"Actor\", \"Role\", \"Reason\", \"At\", \"Data\", \"Salt\" FROM \"ledger\" ORDER BY \"Sequence\"")));
    Line("readNodes", Measured(() => Read("SELECT \"Log\", \"Level\", \"Index\", \"Hash\" FROM \"ledger_node\"")));
    await using StoreCheck check = await StoreCheck.BeginAsync(provider, [], CancellationToken.None);
    foreach (StoreCheckStage stage in check.Stages)
    {
        Refusal? difference = null;
        (TimeSpan Wall, TimeSpan Processor) took = Measured(() => difference = stage.RunAsync(null, CancellationToken.None).GetAwaiter().GetResult());
        if (difference is not null)
        {
            Console.Error.WriteLine($"{difference.Code}: {difference.Reason(Language.English)}");
            return 1;
        }

        Line(stage.English, took);
    }
}

Console.WriteLine($"peak\t{Process.GetCurrentProcess().PeakWorkingSet64}");
return 0;

long Read(string sql)
{
    using SqliteCommand select = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
    select.CommandText = sql;
#pragma warning restore CA2100
    using SqliteDataReader reader = select.ExecuteReader();
    long read = 0;
    while (reader.Read())
    {
        for (int column = 0; column < reader.FieldCount; column++)
        {
            _ = reader.GetValue(column);
        }

        read++;
    }

    return read;
}

// Of the clock, and of all processors together: the machine may have others to serve.
static (TimeSpan Wall, TimeSpan Processor) Measured(Action work)
{
    GC.Collect();
    using Process process = Process.GetCurrentProcess();
    TimeSpan before = process.TotalProcessorTime;
    Stopwatch clock = Stopwatch.StartNew();
    work();
    clock.Stop();
    process.Refresh();
    return (clock.Elapsed, process.TotalProcessorTime - before);
}

static void Line(string word, (TimeSpan Wall, TimeSpan Processor) took) =>
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"time\t{word}\t{took.Wall.TotalSeconds:0.000}\t{took.Processor.TotalSeconds:0.000}"));
