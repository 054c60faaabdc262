using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>Rows of every view of the library, and every named query with arguments that hit and that miss.</summary>
internal static class ViewSamples
{
    private const int RowsOfEach = 24;
    private const int QueriesOfEach = 6;

    private static readonly string[] Texts = ["P1", "p1", "市场监管局", "", Scene.Rare, " P1 ", "100%"];

    /// <summary>The views of the library, by name.</summary>
    public static ImmutableArray<Type> Views { get; } =
    [
        .. typeof(DomainEvents).Assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IView))).OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    /// <summary>The named queries over one view.</summary>
    public static IEnumerable<Type> Queries(Type view) => typeof(DomainEvents).Assembly.GetExportedTypes()
        .Where(t => t is { IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(typeof(ISpecification<>).MakeGenericType(view)));

    /// <summary>Rows with distinct keys in which every property takes every kind of value.</summary>
    public static ImmutableArray<T> Rows<T>()
        where T : class, IView
    {
        return [.. Enumerable.Range(0, RowsOfEach).Select(Row)];

        static T Row(int number)
        {
            T row = (T)Activator.CreateInstance(typeof(T), nonPublic: true)!;
            foreach ((int place, PropertyInfo property) in typeof(T).GetProperties().Where(p => p.CanWrite).Index())
            {
                object?[] values = Values(property.PropertyType, CanBeNothing(new NullabilityInfoContext().Create(property)));
                property.SetValue(row, property.Name == nameof(IView.Key) ? $"K{number:D2}/{Texts[number % Texts.Length]}" : values[(number + (number / values.Length) + place) % values.Length]);
            }

            return row;
        }
    }

    /// <summary>A named query with several choices of arguments.</summary>
    public static IEnumerable<ISpecification<T>> Of<T>(Type query, ImmutableArray<T> rows)
        where T : class, IView
    {
        ConstructorInfo constructor = query.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        for (int choice = 0; choice < (constructor.GetParameters().Length == 0 ? 1 : QueriesOfEach); choice++)
        {
            yield return (ISpecification<T>)constructor.Invoke(
            [
                .. constructor.GetParameters().Select((parameter, place) => parameter.ParameterType == typeof(IReadOnlyCollection<string>)
                    ? rows.Where((_, n) => n % 4 < choice % 5).Select(r => r.Key).Append("nobody").ToArray()
                    : Values(parameter.ParameterType, CanBeNothing(new NullabilityInfoContext().Create(parameter))) is var values
                        ? values[(choice + (place * (1 + (choice / values.Length)))) % values.Length]
                        : null),
            ]);
        }
    }

    private static bool CanBeNothing(NullabilityInfo info) => info.WriteState == NullabilityState.Nullable;

    private static object?[] Values(Type type, bool canBeNothing)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        object?[] values = plain switch
        {
            _ when plain == typeof(string) => Texts,
            _ when plain == typeof(bool) => [true, false],
            _ when plain == typeof(int) => [2026, 0, 1, 2025, int.MaxValue],
            _ when plain == typeof(long) => [0L, 1L, 1L << 40],
            _ when plain == typeof(LocalDate) => [new LocalDate(2026, 3, 2), new LocalDate(2025, 12, 31), new LocalDate(2026, 3, 1), new LocalDate(2028, 2, 29)],
            _ when plain == typeof(Instant) => [Scene.At, Scene.At.PlusTicks(1), Scene.At - Duration.FromDays(300)],
            _ when plain.IsEnum => [.. Enum.GetValuesAsUnderlyingType(plain).Cast<object>().Select(v => Enum.ToObject(plain, v))],
            _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"No samples of {plain}: add some here.")),
        };
        return canBeNothing ? [.. values, null] : values;
    }
}
