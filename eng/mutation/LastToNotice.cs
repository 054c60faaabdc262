using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(RandomInspection.Mutation.LastToNotice))]
[assembly: RandomInspection.Mutation.Noticed]

namespace RandomInspection.Mutation;

/// <summary>The test classes that noticed the last mutants are asked first: neighbours die of the same tests, and nothing is asked after the first that fails.</summary>
public sealed class LastToNotice : ITestCollectionOrderer
{
    private const int Kept = 6;
    private static readonly string List = Path.Combine(AppContext.BaseDirectory, "noticed.txt");

    /// <inheritdoc />
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection
    {
        string[] last = Read();
        return [.. testCollections.OrderBy(c => Array.FindIndex(last, name => c.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and int place ? place : Kept)];
    }

    internal static void Put(string testClass)
    {
        string[] last = Read();
        if (last.FirstOrDefault() != testClass)
        {
            Statics.Write(List, last.Where(name => name != testClass).Prepend(testClass).Take(Kept));
        }
    }

    private static string[] Read() => File.Exists(List) ? File.ReadAllLines(List) : [];
}

/// <summary>Writes down the class of a test that fails.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class NoticedAttribute : BeforeAfterTestAttribute
{
    /// <inheritdoc />
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            LastToNotice.Put(methodUnderTest.ReflectedType!.FullName!);
        }
    }
}
