using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using RandomInspection.Directories;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Tabular;
using RandomInspection.Tests;

namespace RandomInspection.Benchmarks.Stores;

/// <summary>A directory of a million subjects merged from a file on each database: first all of it, then a file in which one in a hundred has changed, then the same once more.</summary>
internal static class MergeSpeed
{
    private static readonly string[] Regions = ["和平区", "沈河区", "大东区", "皇姑区", "铁西区", "浑南区"];

    /// <summary>Measures one database and writes rows of a table in Markdown.</summary>
    /// <param name="database"><c>sqlite</c> or <c>postgresql</c>: each in a process of its own, because the most memory of a process never falls.</param>
    /// <param name="count">Subjects.</param>
    /// <param name="output">Where to.</param>
    public static async Task MeasureAsync(string database, int count, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("ri-merge-").FullName;
        try
        {
            if (database == "sqlite")
            {
                await MeasureAsync("SQLite", builder => builder.UseSqlite($"Data Source={Path.Combine(folder, "inspection.db")};Pooling=False"), folder, count, output);
                SqliteConnection.ClearAllPools();
                return;
            }

            if (!PostgreSqlServer.IsFound)
            {
                await Console.Error.WriteLineAsync(PostgreSqlServer.HowToGetIt);
                return;
            }

            await using PostgreSqlServer server = await PostgreSqlServer.StartAsync(CancellationToken.None, Path.GetTempPath());
            await server.CreateAsync("merge", CancellationToken.None);
            await MeasureAsync("PostgreSQL", builder => builder.UsePostgreSql($"{server.ConnectionString("merge")};Command Timeout=0"), folder, count, output);
            NpgsqlConnection.ClearAllPools();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string name, Func<RandomInspectionBuilder, RandomInspectionBuilder> use, string folder, int count, TextWriter output)
    {
        ServiceCollection services = new();
        use(services.AddRandomInspection()).UseCatalogue([]);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.MigrateAsync(CancellationToken.None);
        string file = Path.Combine(folder, "subjects.csv");
        foreach ((string what, int changed) in new[] { ("all new", 0), ("one in a hundred changed", 1), ("nothing changed", 1) })
        {
            Write(file, count, changed);
            await output.WriteAsync(await LineAsync(provider, name, what, file));
        }

        await using StoreCheck check = await StoreCheck.BeginAsync(provider, [], CancellationToken.None);
        (TimeSpan wall, TimeSpan processor) = await TimeAsync(async () =>
        {
            if (await check.RunAsync(CancellationToken.None) is { } difference)
            {
                throw new InvalidOperationException($"{difference.Code}: {difference.Reason(Language.English)}");
            }
        });
        await output.WriteAsync(Line($"{name}, `ri fsck` afterwards", count, "", null, wall, processor));
    }

    private static async Task<string> LineAsync(ServiceProvider provider, string name, string what, string file)
    {
        SubjectImport? import = null;
        byte[] bytes = await File.ReadAllBytesAsync(file);
        (TimeSpan reading, _) = await TimeAsync(() =>
        {
            using TableReader table = TableReader.Open(bytes);
            import = SubjectTable.Read(table, SubjectColumns.Guess(table.Headers), cancellationToken: CancellationToken.None);
            return Task.CompletedTask;
        });
        ImmutableArray<Subject> subjects = import!.Subjects;
        DirectoryEvent.Merged? merged = null;
        (TimeSpan wall, TimeSpan processor) = await TimeAsync(async () => merged = await provider.GetRequiredService<DirectoryWorkflow>().MergeAsync(
            new Actor("ku", Role.DirectoryKeeper),
            new SubjectFile("subjects.csv", Convert.ToHexStringLower(SHA256.HashData(bytes)), subjects, import.RowsRefused, import.Warnings),
            Instant.FromUtc(2026, 11, 23, 1, 0),
            CancellationToken.None));
        return Line($"{name}, {what}", subjects.Length, string.Create(CultureInfo.InvariantCulture, $"{merged!.Inserted:N0} / {merged.Updated:N0}"), reading, wall, processor);
    }

    private static string Line(string what, int subjects, string changed, TimeSpan? reading, TimeSpan wall, TimeSpan processor)
    {
        using Process process = Process.GetCurrentProcess();
        string read = reading is { } time ? time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {subjects:N0} | {changed} | {read} | {wall.TotalSeconds:0.0} | {processor.TotalSeconds:0.0} | {process.PeakWorkingSet64 >> 20} |\n");
    }

    private static async Task<(TimeSpan Wall, TimeSpan Processor)> TimeAsync(Func<Task> step)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long since = Stopwatch.GetTimestamp();
        await step();
        process.Refresh();
        return (Stopwatch.GetElapsedTime(since), process.TotalProcessorTime - before);
    }

    /// <summary>A file of made-up subjects with codes whose check characters are right; of the changed every hundredth has another name.</summary>
    private static void Write(string path, int count, int changed)
    {
        using StreamWriter file = new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        file.Write("统一社会信用代码,名称,登记区域,行业门类,信用类别,主体类型,成立日期,经营范围,登记状态\r\n");
        for (int number = 0; number < count; number++)
        {
            string first17 = string.Create(CultureInfo.InvariantCulture, $"91210100MA{number:0000000}");
            string other = changed > 0 && number % 100 == 0 ? "（更名）" : "";
            file.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{first17}{UnifiedSocialCreditCode.CheckCharacterOf(first17)},沈阳示例食品经营有限公司{number}{other},{Regions[number % Regions.Length]},F,{"ABCD"[number % 4]},企业,2019-{(number % 12) + 1:00}-{(number % 28) + 1:00},食品经营；日用百货销售,存续\r\n"));
        }
    }
}
