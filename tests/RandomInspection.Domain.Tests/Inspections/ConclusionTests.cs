using RandomInspection.Inspections;

namespace RandomInspection.Tests.Inspections;

/// <summary>What follows from one result and from every pair of two.</summary>
public sealed class ConclusionTests
{
    // What each result alone leads to, the gravest first: written down by hand, not derived.
    private static readonly (Conclusion Conclusion, ItemResult[] Results)[] ByGravity =
    [
        (Conclusion.Uncooperative, [ItemResult.Uncooperative]),
        (Conclusion.ProblemsFound, [ItemResult.DisclosureMissing, ItemResult.DisclosureFalse, ItemResult.OrderedToCorrect, ItemResult.PendingHandling]),
        (Conclusion.SubjectEnded, [ItemResult.Deregistered, ItemResult.LicenceRevoked, ItemResult.RegistrationRevoked, ItemResult.MovedAway, ItemResult.OutOfBusiness]),
        (Conclusion.CannotBeContacted, [ItemResult.CannotBeContacted]),
        (Conclusion.NoProblemFound, [ItemResult.NoProblemFound]),
        (Conclusion.NoActivityFound, [ItemResult.NoActivityFound]),
    ];

    public static TheoryData<ItemResult> Results => [.. Enum.GetValues<ItemResult>()];

    [Theory]
    [MemberData(nameof(Results))]
    public void Of_OneAndEveryTwo_TheGraverDecides(ItemResult a)
    {
        Assert.Equal(Alone(a).Conclusion, Conclusions.Of([a]));
        foreach (ItemResult b in Enum.GetValues<ItemResult>())
        {
            // Where some activity was found and some not, nothing is wrong with what was found.
            Conclusion due = Alone(a).Rank <= Alone(b).Rank ? Alone(a).Conclusion : Alone(b).Conclusion;
            Assert.Equal((a, b, due), (a, b, Conclusions.Of([a, b])));
            Assert.Equal((a, b, due), (a, b, Conclusions.Of([b, a])));
        }
    }

    [Fact]
    public void Of_None_IsNoConclusion() => Assert.Throws<ArgumentOutOfRangeException>(() => Conclusions.Of([]));

    private static (Conclusion Conclusion, int Rank) Alone(ItemResult result)
    {
        int rank = Array.FindIndex(ByGravity, row => row.Results.Contains(result));
        return (ByGravity[rank].Conclusion, rank);
    }
}
