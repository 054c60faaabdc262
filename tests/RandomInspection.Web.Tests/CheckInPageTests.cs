using System.Collections.Immutable;
using System.Net;
using NodaTime;
using RandomInspection.Inspections;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>扫码入企: the inspected party enters the code without an account.</summary>
public sealed class CheckInPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CheckIn_ByTheParty_ReadsWhoComesAndRecordsTheMoment()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        string visit = (await way.WithVisitsAsync())[0].Key;
        string code = await way.Visits.CodeAsync(visit, Cancellation);
        using PageReader party = host.Reader();
        Page form = await party.OpenAsync("/checkin");
        Page unapproved = await party.SendAsync(form, "find", ("Input.Visit", visit), ("Input.Code", code));
        Assert.Contains("must not begin", unapproved.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await party.SendAsync(unapproved, "confirm")).Status); // RI3032

        await way.Visits.ApproveAsync(MemoryHost.As(Role.AuthorityHead), [visit], "年度计划", Cancellation);
        Page found = await party.SendAsync(form, "find", ("Input.Visit", $" {visit.ToLowerInvariant()} "), ("Input.Code", $"{code[..4]}-{code[4..]}"));
        Visit planned = await way.Visits.FindAsync(visit, Cancellation);
        Assert.Contains(planned.Plan.SubjectName, found.Text, StringComparison.Ordinal);
        Assert.Contains("approved this visit", found.Text, StringComparison.Ordinal);
        Assert.Null(planned.CheckIn);
        Page done = await party.SendAsync(found, "confirm");
        Assert.Contains("Checked in", done.Text, StringComparison.Ordinal);
        VisitEvent.CheckedIn checkedIn = (await way.Visits.FindAsync(visit, Cancellation)).CheckIn!;
        Assert.Equal((CheckInSide.Party, $"party:{planned.Plan.SubjectCode}", MemoryHost.Morning), (checkedIn.Side, checkedIn.By, checkedIn.At));
        Assert.Equal(("visit.checkedIn", Role.InspectedParty), (await way.Ledger.ReadStreamAsync($"visit/{visit}", Cancellation)).Select(entry => (entry.Type, entry.Actor.Role)).Last());
    }

    [Fact]
    public async Task CheckIn_WrongCodeUnknownAndSecretVisits_AllAnsweredAlikeAndNotForEver()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        string known = (await way.WithVisitsAsync())[1].Key; // the first one's number is the page's example
        string secret = (await way.WithSecretVisitsAsync())[0].Key;
        using PageReader anybody = host.Reader();
        Page form = await anybody.OpenAsync("/checkin");
        string[] visits = [known, "P2026-001-T01-V9999", secret];
        string[] answers = [.. await Task.WhenAll(visits.Select(async visit => (await anybody.SendAsync(form, "find", ("Input.Visit", visit), ("Input.Code", "00000000"))).Text.Replace(visit, "…", StringComparison.Ordinal)))];
        Assert.Contains("RI3022", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());

        for (int attempt = visits.Length; attempt < 10; attempt++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anybody.SendAsync(form, "find", ("Input.Visit", known), ("Input.Code", "11111111"))).Status);
        }

        string code = await way.Visits.CodeAsync(known, Cancellation);
        Page refused = await anybody.SendAsync(form, "find", ("Input.Visit", known), ("Input.Code", code));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("RI3039", refused.Text, StringComparison.Ordinal);
        host.Clock.Now += Duration.FromMinutes(10);
        Assert.Equal(HttpStatusCode.OK, (await anybody.SendAsync(form, "find", ("Input.Visit", known), ("Input.Code", code))).Status);
    }

    [Fact]
    public async Task Approvals_ByTheHead_SeveralAtOnce()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        ImmutableArray<VisitView> visits = await way.WithVisitsAsync();
        await way.Visits.ArriveAsync(await way.FirstOfficerAsync(visits[0].Key), visits[0].Key, null, Cancellation, "接报燃气泄漏");
        using PageReader head = await host.SignedInAsync("shou");
        Assert.Contains("/visits/approvals", (await head.OpenAsync("/")).Html, StringComparison.Ordinal);
        Page page = await head.OpenAsync("/visits/approvals");
        Assert.Contains("Begun in an emergency", page.Text, StringComparison.Ordinal);
        Assert.Contains("RI3040", (await head.SendAsync(page, "approve", ("Input.Reason", "年度计划"))).Text, StringComparison.Ordinal);
        await head.SendAsync(page, "approve", ("Input.Reason", "年度计划"), ("Input.Chosen", string.Join(' ', visits.Select(visit => visit.Key))));
        Assert.All(await way.Views.QueryAsync(new VisitsOfTask(visits[0].TaskId), Cancellation), visit => Assert.True(visit.Approved));
        Assert.Contains("No visit waits", (await head.OpenAsync("/visits/approvals")).Text, StringComparison.Ordinal);
    }
}
