namespace RandomInspection.Tests.Matching;

/// <summary>What our own enumeration counts is what another implementation's does: the properties of matches stand on it.</summary>
public sealed class MatchOracleTests
{
    private const int LargestEnumerated = 20_000;

    [Theory]
    [MemberData(nameof(MatchVectorTests.Feasible), MemberType = typeof(MatchVectorTests))]
    public void Oracle_FeasibleVector_CountsAsTheOtherImplementation(string name)
    {
        MatchVector vector = MatchVector.Of(name);
        if (vector.Known.GetProperty("feasibleAssignments").GetInt32() <= LargestEnumerated)
        {
            MatchOracle oracle = new(vector.Problem);
            Assert.Equal(vector.Known.GetProperty("feasibleAssignments").GetInt32(), oracle.Feasible.Count);
            Assert.Equal(vector.Known.GetProperty("balancedAssignments").GetInt32(), oracle.Allowed.Length);
            Assert.Equal(vector.Known.GetProperty("smallestSquareSum").GetInt32(), oracle.SmallestSquareSum);
        }
    }
}
