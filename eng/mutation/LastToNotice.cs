using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(RandomInspection.Mutation.LastToNotice))]
[assembly: RandomInspection.Mutation.Noticed]

namespace RandomInspection.Mutation;

/// <summary>The test classes that noticed the last mutants are asked first: neighbours die of the same tests, and nothing is asked after the first that fails. Then whatever takes less. The process of its own comes last, or first where no other test can notice anything.</summary>
public sealed class LastToNotice : ITestCollectionOrderer
{
    private const int Kept = 6;
    private static readonly string List = Path.Combine(AppContext.BaseDirectory, "noticed.txt");

    /// <inheritdoc />
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection
    {
        string[] last = Read();
        int alone = Statics.Mutant is int mutant && !Statics.ActsElsewhere(mutant) ? -1 : Kept + 1;
        ILookup<string?, long> took = Statics.Records ? Array.Empty<long>().ToLookup(_ => (string?)null) : Clock.Took().ToLookup(t => t.Class, t => t.Took);
        return [.. testCollections
            .OrderBy(c => Is(c, typeof(AloneTests).FullName!) ? alone : Array.FindIndex(last, name => Is(c, name)) is >= 0 and int place ? place : Kept)
            .ThenBy(c => took.Where(t => t.Key is { } name && Is(c, name)).Sum(t => t.Sum()))];

        static bool Is(T collection, string testClass) => collection.TestCollectionDisplayName.Contains(testClass, StringComparison.Ordinal);
    }

    internal static void Put(string testClass)
    {
        string[] last = Read();
        if (last.FirstOrDefault() != testClass)
        {
            string whole = $"{List}.{Environment.ProcessId}"; // a process beside this one may be reading it
            File.WriteAllLines(whole, last.Where(name => name != testClass).Prepend(testClass).Take(Kept));
            File.Move(whole, List, overwrite: true);
        }
    }

    private static string[] Read() => File.Exists(List) ? File.ReadAllLines(List) : [];
}

/// <summary>Writes down the class of a test that fails, and what a test reached and how long it took.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class NoticedAttribute : BeforeAfterTestAttribute
{
    /// <inheritdoc />
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => Clock.Start(test);

    /// <inheritdoc />
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        Clock.Stop(test);
        Statics.Note();
        if (TestContext.Current.TestState?.Result == TestResult.Failed && methodUnderTest.ReflectedType != typeof(AloneTests))
        {
            LastToNotice.Put(methodUnderTest.ReflectedType!.FullName!);
        }
    }
}
