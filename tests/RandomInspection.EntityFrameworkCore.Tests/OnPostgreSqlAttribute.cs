using Xunit.v3;

namespace RandomInspection.Tests;

/// <summary>The stores of this class's tests are on PostgreSQL; those of any other class are on SQLite.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OnPostgreSqlAttribute : Attribute, ITraitAttribute
{
    private static readonly KeyValuePair<string, string> Trait = new("store", "postgresql");

    /// <summary>Whether the running test's class has it.</summary>
    public static bool Holds => TestContext.Current.TestClass?.Traits.TryGetValue(Trait.Key, out IReadOnlyCollection<string>? stores) == true && stores.Contains(Trait.Value);

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [Trait];
}
