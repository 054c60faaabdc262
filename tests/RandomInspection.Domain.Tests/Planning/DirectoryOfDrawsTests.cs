using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Planning;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>The directory as a draw sees it is a whole directory: what is searched in it is what is read from it.</summary>
public sealed class DirectoryOfDrawsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task SearchAsync_ListedSubjects_FoundByTheClassThatTheyCountAs(int listed)
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        ISubjectDirectory register = host.Get<ISubjectDirectory>();
        List<Subject> all = await register.ReadAsync(Cancellation).ToListAsync(Cancellation);
        string[] codes = [.. all.Where(s => s.CreditClass == "A").Take(listed).Select(s => s.Code)];
        DirectoryOfDraws seen = new(register, new ListedSubjects(new LocalDate(2026, 11, 23), "D", codes.ToImmutableSortedDictionary(c => c, _ => "失信", StringComparer.Ordinal)));
        DirectoryCriteria strict = DirectoryCriteria.Everything with { CreditClasses = ["D"] };

        (ImmutableArray<Subject> page, long total) = await seen.SearchAsync("", strict, 0, 1000, Cancellation);
        Assert.Equal((await seen.ReadAsync(strict, Cancellation).ToListAsync(Cancellation)).Select(s => (s.Code, s.CreditClass)), page.Select(s => (s.Code, s.CreditClass)));
        Assert.Equal((all.Count(s => s.CreditClass == "D") + listed, total), (page.Length, total));
        Assert.Superset(codes.ToHashSet(), page.Select(s => s.Code).ToHashSet());
        (ImmutableArray<Subject> third, long again) = await seen.SearchAsync("", strict, 2, 3, Cancellation);
        Assert.Equal(page.Skip(2).Take(3).Select(s => s.Code), third.Select(s => s.Code));
        Assert.Equal(total, again);
        (ImmutableArray<Subject> behind, again) = await seen.SearchAsync("", strict, (int)total, 3, Cancellation);
        Assert.Equal((0, total), (behind.Length, again));
        Assert.Equal(all.Count, (await seen.SearchAsync("", DirectoryCriteria.Everything, 0, 1, Cancellation)).Total);
        foreach (string code in codes)
        {
            Assert.Equal("D", Assert.Single((await seen.SearchAsync(code, DirectoryCriteria.Everything, 0, 10, Cancellation)).Page).CreditClass);
            Assert.Equal(0, (await seen.SearchAsync(code, DirectoryCriteria.Everything with { CreditClasses = ["A"] }, 0, 10, Cancellation)).Total);
        }

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => seen.SearchAsync("", strict, -1, 1, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => seen.SearchAsync("", strict, 0, 0, Cancellation));
    }

    [Fact]
    public async Task ReadCountAndFind_ListedFirstAmongAndLast_InTheOrderOfCodesAndCountedOnce()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        ISubjectDirectory register = host.Get<ISubjectDirectory>();
        Subject[] all = [.. await register.ReadAsync(Cancellation).ToListAsync(Cancellation)];

        // Two that differ in nothing by which they are counted, and the first and the last of all.
        Subject[] alike = [.. all.GroupBy(s => (s.Region, s.Trade, s.CreditClass, s.Status)).First(g => g.Count() > 2 && g.Key.CreditClass != "D").Take(2)];
        HashSet<string> codes = [.. alike.Select(s => s.Code), all[0].Code, all[1].Code, all[^1].Code];
        DirectoryOfDraws seen = new(register, new ListedSubjects(new LocalDate(2026, 11, 23), "D", codes.ToImmutableSortedDictionary(c => c, _ => "失信", StringComparer.Ordinal)));
        Subject[] asDrawn = [.. all.Select(s => codes.Contains(s.Code) ? s with { CreditClass = "D" } : s)];
        foreach (string @class in (string[])["", "A", "B", "C", "D"])
        {
            DirectoryCriteria criteria = DirectoryCriteria.Everything with { CreditClasses = @class.Length == 0 ? [] : [@class] };
            Subject[] due = [.. asDrawn.Where(s => @class.Length == 0 || s.CreditClass == @class)];
            Assert.Equal(due, await seen.ReadAsync(criteria, Cancellation).ToListAsync(Cancellation));
            Assert.Equal(
                due.GroupBy(s => (s.Region, s.Trade, s.CreditClass, s.Status)).Select(g => new SubjectCount(g.Key.Region, g.Key.Trade, g.Key.CreditClass, g.Key.Status, g.Count())).Select(c => c.ToString()).Order(StringComparer.Ordinal),
                (await seen.CountAsync(criteria, Cancellation)).Select(c => c.ToString()).Order(StringComparer.Ordinal));
            Assert.Equal(due.Select(s => s.Code).Intersect(codes).Order(StringComparer.Ordinal), (await seen.FindAsync(codes, criteria, Cancellation)).Keys.Order(StringComparer.Ordinal));
        }

        Assert.Equal("D", (await seen.FindAsync(all[0].Code, Cancellation))!.CreditClass);
        Assert.Equal(all[2], await seen.FindAsync(all[2].Code, Cancellation));
        Assert.Null(await seen.FindAsync("nobody", Cancellation));
        Assert.Equal((await register.TagsAsync(Cancellation)).AsEnumerable(), await seen.TagsAsync(Cancellation));

        // A code is found by its beginning, not by its end.
        Assert.Equal(all[0].Code, Assert.Single((await seen.SearchAsync(all[0].Code, DirectoryCriteria.Everything, 0, 10, Cancellation)).Page).Code);
        Assert.Empty((await seen.SearchAsync(all[0].Code[1..], DirectoryCriteria.Everything, 0, 10, Cancellation)).Page);
        await Assert.ThrowsAsync<ArgumentNullException>("text", () => seen.SearchAsync(null!, DirectoryCriteria.Everything, 0, 10, Cancellation));
    }
}
