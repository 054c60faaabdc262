using System.Net;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>A match is sealed for the public until its last visit has ended; then anybody can recompute it from what the page gives.</summary>
public sealed class MatchSealTests
{
    private static readonly string[] Documents = ["record.json", "problem.json", "result.json"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Match_UntilTheLastVisitHasEnded_SealedThenRecomputable()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("match");
        DrawCeremony ceremony = await way.Draws.FindAsync(Way.MatchId, Cancellation);
        string[] sealedValues = [ceremony.Matching!.Seed, .. ceremony.Contributions.Values.Select(c => c.Contribution.ValueHex), "scjg-02", "scjg-03"];
        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader anybody = host.Reader();
        VisitView[] visits = [.. await store.Get<IViews>().QueryAllAsync(new VisitsOfMatch(Way.MatchId), Cancellation)];
        foreach (VisitView row in visits)
        {
            await SealedAsync(anybody, sealedValues);
            Visit visit = await way.Visits.FindAsync(row.Key, Cancellation);
            Acting officer = Way.Officer(visit.Team.Inspectors[0]);
            await way.ApproveAsync(visit.Id);
            await way.Visits.ArriveAsync(officer, visit.Id, Cancellation);
            await way.Visits.EnterAllAsync(officer, visit.Id, ItemResult.CannotBeContacted, "", Cancellation);
            await way.Visits.ConcludeAsync(officer, visit.Id, Cancellation);
        }

        Page page = await anybody.OpenAsync($"/matches/{Way.MatchId}");
        Assert.Contains($"ri match --problem {Way.MatchId}-problem.json --seed {ceremony.Matching.Seed} --mix-factor 3 --out recomputed.json", page.Html, StringComparison.Ordinal);
        string[] documents = [.. await Task.WhenAll(Documents.Select(async d => (await anybody.OpenAsync($"/matches/{Way.MatchId}/{d}")).Html))];
        DrawRecord record = RecordDocument.Read(Encoding.UTF8.GetBytes(documents[0]));
        MatchProblem problem = MatchProblemDocument.Parse(documents[1]);
        Assert.Equal(Opening.Parse(record.OpeningText).Matches.Single().ProblemDigest, problem.Digest);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(documents[1]))), page.Html, StringComparison.Ordinal);
        MatchResult again = new InspectorMatcher().Match(problem, record.Seed!, record.Matches.Single().MixFactor);
        Assert.Equal(documents[2], Encoding.UTF8.GetString(MatchResultDocument.Write(again)));
    }

    private static async Task SealedAsync(PageReader anybody, string[] sealedValues)
    {
        Page page = await anybody.OpenAsync($"/matches/{Way.MatchId}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (string document in Documents)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync($"/matches/{Way.MatchId}/{document}")).Status);
        }

        foreach (string value in sealedValues)
        {
            Assert.DoesNotContain(value, page.Html, StringComparison.Ordinal);
        }
    }
}
