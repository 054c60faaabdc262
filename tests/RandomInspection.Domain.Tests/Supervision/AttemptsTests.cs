using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Supervision;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Supervision;

/// <summary>越权尝试留痕：each attempt once, bounded, in the log to which its matter belongs.</summary>
public sealed class AttemptsTests
{
    private static readonly AttemptEvent.Refused Refused = new("market", "POST /visits/{VisitId}", "P2026-001-T01-V0002", "RI2012");

    [Fact]
    public async Task KeepAsync_SameAttemptTwice_OneEntryAndOneRow()
    {
        using MemoryHost host = new();
        (Attempts attempts, Person person) = (host.Get<Attempts>(), MemoryHost.As(Role.Inspector).Person);
        Assert.True(await attempts.KeepAsync(person, MemoryHost.Morning, Refused, MemoryHost.Cancellation));
        Assert.False(await attempts.KeepAsync(person, MemoryHost.Morning + Duration.FromHours(1), Refused, MemoryHost.Cancellation));

        LedgerEntry entry = Assert.Single(await host.EntriesAsync());
        Assert.Equal(($"attempt/{person.Id}/2026-11-23", "attempt.refused", person.Id, LedgerLog.Public), (entry.Stream, entry.Type, entry.Actor.PersonId, entry.Log));
        AttemptView row = Assert.Single(await host.Views.QueryAsync(new AttemptsAbout("P2026-001-T01-V0002"), MemoryHost.Cancellation));
        Assert.Equal((person.Id, "market", "RI2012", MemoryHost.Morning), (row.PersonId, row.DepartmentId, row.Code, row.At));
        await host.IsSoundAsync();

        Assert.True(await attempts.KeepAsync(person, MemoryHost.Morning + Duration.FromDays(1), Refused, MemoryHost.Cancellation));
        Assert.Equal(2, (await host.EntriesAsync()).Length);
    }

    [Fact]
    public async Task KeepAsync_MoreThanADaysMost_TheRestIsLeftOut()
    {
        using MemoryHost host = new();
        (Attempts attempts, Person person) = (host.Get<Attempts>(), MemoryHost.As(Role.Inspector).Person);
        for (int number = 0; number < Attempts.MostADay + 5; number++)
        {
            Assert.Equal(number < Attempts.MostADay, await attempts.KeepAsync(person, MemoryHost.Morning, Refused with { About = $"P2026-001-T01-V{number:D4}" }, MemoryHost.Cancellation));
        }

        Assert.Equal(Attempts.MostADay, (await host.EntriesAsync()).Length);
        await host.IsSoundAsync();
    }

    [Fact]
    public async Task KeepAsync_AtOnce_EachOnce()
    {
        using MemoryHost host = new();
        (Attempts attempts, Person person) = (host.Get<Attempts>(), MemoryHost.As(Role.Inspector).Person);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => attempts.KeepAsync(person, MemoryHost.Morning, Refused, MemoryHost.Cancellation)));
        Assert.Single(await host.EntriesAsync());
    }

    [Fact]
    public async Task KeepAsync_AboutASurpriseInspection_SealedAndNotInPublicRows()
    {
        using MemoryHost host = new();
        string plan = await host.Way.Plans.BeginSurpriseAsync(Way.Drafter, 2026, "突击检查", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "投诉举报", MemoryHost.Cancellation);
        long before = (await host.Ledger.HeadAsync(LedgerLog.Public, MemoryHost.Cancellation)).Size;
        Assert.True(await host.Get<Attempts>().KeepAsync(MemoryHost.As(Role.Inspector).Person, MemoryHost.Morning, Refused with { About = plan }, MemoryHost.Cancellation));

        Assert.Equal(before, (await host.Ledger.HeadAsync(LedgerLog.Public, MemoryHost.Cancellation)).Size);
        Assert.Single(await host.Views.QueryAsync(new AttemptsAbout(plan), MemoryHost.Cancellation));
        Assert.Empty(await new OpenViews(host.Views).QueryAsync(new AttemptsAbout(plan), MemoryHost.Cancellation));
        await host.IsSoundAsync();
    }

    [Fact]
    public void Codes_RolesDepartmentsAndFourEyes_AreAttempts()
    {
        Assert.Subset(Attempts.Codes, new HashSet<string>(["RI2012", "RI2013"], StringComparer.Ordinal));
        Assert.Equal(DomainSteps.All.SelectMany(step => step.FourEyes).Select(eyes => eyes.Refusal.Code).Append("RI2012").Append("RI2013").ToImmutableHashSet(), Attempts.Codes);
    }
}
