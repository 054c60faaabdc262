using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.EntityFrameworkCore;

namespace RandomInspection.Tests;

/// <summary>These change the folder that the process works in and where it writes to: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;

/// <summary>What the READMEs, <c>docs/stores.md</c> and <c>docs/directories.md</c> show in C#: compiled and run here line by line.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class DocumentSnippetTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("README.md", 2)]
    [InlineData("README.zh-CN.md", 2)]
    [InlineData("docs/stores.md", 1)]
    [InlineData("docs/directories.md", 1)]
    public async Task Snippets_EveryLine_StandsInThisFile(string document, int snippets)
    {
        string[] own = [.. (await File.ReadAllLinesAsync(Path.Combine(RepositoryFiles.Root, "tests", "RandomInspection.EntityFrameworkCore.Tests", "DocumentSnippetTests.cs"), Cancellation)).Select(line => line.Trim())];
        string[] shown = [.. (await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Root, document), Cancellation)).Split("```").Where(part => part.StartsWith("csharp\n", StringComparison.Ordinal))];
        Assert.Equal(snippets, shown.Length);
        Assert.All(
            shown.SelectMany(snippet => snippet["csharp".Length..].Split('\n')).Select(line => line.Split("   // ")[0].Trim()).Where(line => line.Length > 0),
            line => Assert.Contains(line, own));
    }

    [Fact]
    public async Task Readme_Draw_PrintsTheSelection()
    {
        string folder = Directory.CreateTempSubdirectory("ri-readme-").FullName, before = Directory.GetCurrentDirectory();
        Frame written = Frame.Of(Enumerable.Range(1, 20).Select(number => new FrameUnit($"F{number:00}", Stratum.Parse("沈河区"), "A", Standing.Drawable)));
        await File.WriteAllBytesAsync(Path.Combine(folder, "frame.tsv"), FrameFile.Write(written), Cancellation);
        string seed = new('5', 64);
        using StringWriter output = new();
        TextWriter console = Console.Out;
        Console.SetOut(output);
        Directory.SetCurrentDirectory(folder);
        try
        {
            Frame frame = FrameFile.Read(File.ReadAllBytes("frame.tsv"));
            DesignDocument design = DesignDocument.Parse("""{"kind":"fixed","size":5,"weights":{"A":1}}""");
            DrawResult result = new DrawEngine().Draw(frame, design.Design, Seed.Parse(seed), "sha-256");
            foreach (SelectedUnit unit in result.Selected)
            {
                Console.WriteLine($"{unit.Ticket}  {unit.Id}");
            }
        }
        finally
        {
            Console.SetOut(console);
            Directory.SetCurrentDirectory(before);
            Directory.Delete(folder, recursive: true);
        }

        Assert.Equal(5, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Readme_Calendar_PrintsTheDay()
    {
        using StringWriter output = new();
        TextWriter console = Console.Out;
        Console.SetOut(output);
        try
        {
            CalendarDate due = WorkingDayCalendar.Embedded.AddWorkingDays(new LocalDate(2026, 2, 10), 10);
            Console.WriteLine(due.Date);
            Assert.Equal(new LocalDate(2026, 3, 2), due.Date);
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    [Fact]
    public async Task Stores_OneOfTwo_MigratedAtTheStart()
    {
        string folder = Directory.CreateTempSubdirectory("ri-readme-").FullName, before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(folder);
        try
        {
            Host builder = new(), other = new();
            builder.Services.AddRandomInspection().UseSqlite("Data Source=inspection.db");
            await using ServiceProvider services = ((ServiceCollection)builder.Services).BuildServiceProvider();
            Started app = new(services);
            await app.Services.MigrateAsync(CancellationToken.None);
            Assert.True(File.Exists("inspection.db"));
            Named(other);
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }

        static void Named(Host builder) =>
            builder.Services.AddRandomInspection().UsePostgreSql("Host=db;Database=inspection;Username=inspection;Password=…");
    }

    [Fact]
    public async Task Directories_Criteria_ReadAsShown()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("import");
        ISubjectDirectory directory = store.Get<ISubjectDirectory>();
        CancellationToken cancellation = Cancellation;
        using StringWriter output = new();
        TextWriter console = Console.Out;
        Console.SetOut(output);
        try
        {
            DirectoryCriteria food = DirectoryCriteria.Everything with { Tags = ["食品"], NotInspectedSince = new LocalDate(2026, 1, 1) };
            await foreach (Subject subject in directory.ReadAsync(food, cancellation))
            {
                Console.WriteLine(subject.Name);
            }
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.NotEmpty(output.ToString());
    }

    /// <summary>What a host's builder and application give: services.</summary>
    private sealed class Host
    {
        public IServiceCollection Services { get; } = new ServiceCollection();
    }

    private sealed record Started(IServiceProvider Services);
}
