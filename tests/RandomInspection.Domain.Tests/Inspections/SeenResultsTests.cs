using RandomInspection.Inspections;
using RandomInspection.Planning;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Inspections;

/// <summary>Whoever enters results says which they saw; what was entered since is not overwritten unseen.</summary>
public sealed class SeenResultsTests
{
    [Fact]
    public async Task Enter_OverOlderResults_RI2390AndNothingWritten()
    {
        using MemoryHost host = new();
        string visit = (await host.WithVisitsAsync())[0].Key;
        await host.ArrivedAsync(visit);
        Acting officer = await host.FirstOfficerAsync(visit);
        await EnterAsync(0, "甲");
        Refusal refusal = await host.RefusedAsync("RI2390", () => EnterAsync(0, "乙"));
        Assert.Equal(("0", "1"), (refusal["seen"], refusal["now"]));
        await host.RefusedAsync("RI2390", () => EnterAsync(2, "乙"));
        await EnterAsync(1, "乙");
        await EnterAsync(null, "丙");
        Visit found = await host.Visits.FindAsync(visit, MemoryHost.Cancellation);
        Assert.Equal(3, found.Entries);
        Assert.Equal("丙", found.Results["SCJG-01"].Note);

        Task EnterAsync(int? seen, string note) =>
            host.Visits.EnterAsync(officer, visit, [("SCJG-01", ItemResult.NoProblemFound, note)], MemoryHost.Cancellation, seen);
    }
}
