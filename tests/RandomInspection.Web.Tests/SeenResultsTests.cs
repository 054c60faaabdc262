using System.Collections.Immutable;
using System.Net;
using RandomInspection.Inspections;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>Two officers, one visit: results that were filled in over older ones take nobody's place unseen.</summary>
public sealed class SeenResultsTests
{
    private const string Result = "Input.Results[SCJG-01]";
    private const string Note = "Input.Notes[SCJG-01]";

    [Fact]
    public async Task Results_EnteredSinceTheFormWasOpened_RefusedOnceThenTheirsByHand()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning, more: SampleInspectors.People);
        using MemoryHost way = new(host.Services);
        string visit = (await way.WithVisitsAsync())[0].Key;
        await way.ArrivedAsync(visit);
        ImmutableArray<string> team = (await way.Visits.FindAsync(visit, MemoryHost.Cancellation)).Team.Inspectors;
        using PageReader first = await host.SignedInAsync(team[0]), second = await host.SignedInAsync(team[1]);
        Page opened = await first.OpenAsync($"/visits/{visit}");
        Assert.Equal(HttpStatusCode.Found, (await second.SendAsync(await second.OpenAsync($"/visits/{visit}"), "results", (Result, "NoProblemFound"), (Note, "乙"))).Status);

        Page refused = await first.SendAsync(opened, "results", (Result, "OrderedToCorrect"), (Note, "甲"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("RI2390", refused.Text, StringComparison.Ordinal);
        Assert.Contains("data-refused", refused.Html, StringComparison.Ordinal);
        Assert.Equal("乙", await NoteAsync(way, visit));
        Assert.Equal(HttpStatusCode.Found, (await first.SendAsync(refused, "results", (Result, "OrderedToCorrect"), (Note, "甲"))).Status);
        Assert.Equal("甲", await NoteAsync(way, visit));

        // The same once more from the old page: it stands already, so nothing is entered and nothing refused.
        Assert.Equal(HttpStatusCode.Found, (await first.SendAsync(opened, "results", (Result, "OrderedToCorrect"), (Note, "甲"))).Status);
        Assert.Equal(2, (await way.Visits.FindAsync(visit, MemoryHost.Cancellation)).Entries);
    }

    private static async Task<string> NoteAsync(MemoryHost way, string visit) => (await way.Visits.FindAsync(visit, MemoryHost.Cancellation)).Results["SCJG-01"].Note;
}
