using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(RandomInspection.Mutation.LastToNotice))]
[assembly: RandomInspection.Mutation.Noticed]

namespace RandomInspection.Mutation;

/// <summary>Test classes that take little are asked first, and such as noticed the last mutants as if they took an eighth: neighbours die of the same tests, and nothing is asked after the first that fails. The process of its own comes last, or first where no other test can notice anything.</summary>
public sealed class LastToNotice : ITestCollectionOrderer
{
    private const int Kept = 6;
    private const int Likelier = 8;
    private static readonly string List = Path.Combine(AppContext.BaseDirectory, "noticed.txt");

    /// <inheritdoc />
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection
    {
        string[] last = Read();
        Dictionary<string, long> took = Statics.Records ? [] : Clock.Took().GroupBy(t => t.Class).ToDictionary(t => t.Key, t => t.Sum(test => test.Took));
        return [.. testCollections.OrderBy(Cost)];

        long Cost(T collection)
        {
            if (Is(collection, typeof(AloneTests).FullName!))
            {
                return Statics.Mutant is int mutant && !Statics.ActsElsewhere(mutant) ? -1 : long.MaxValue;
            }

            long time = took.Where(t => Is(collection, t.Key)).Sum(t => t.Value);
            return last.Any(name => Is(collection, name)) ? time / Likelier : time;
        }

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
