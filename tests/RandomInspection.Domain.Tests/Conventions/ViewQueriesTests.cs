using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Conventions;

/// <summary>
/// What every query of a view finds: rows that it finds, and for each column that decides, with which values the row is still found and with which no more.
/// All stands in <c>view-queries.tsv</c>; with RI_WRITE_DOCS=1 the test writes it. That databases find the same rows as memory is shown by the tests of the stores.
/// </summary>
public sealed class ViewQueriesTests
{
    private const int Tries = 5_000, MostFound = 80, MostShown = 4;

    public static TheoryData<string> Views() => [.. Queries().Select(query => ViewOf(query).Name).Distinct()];

    [Theory]
    [MemberData(nameof(Views))]
    public void Query_EveryColumn_DecidesAsStored(string view)
    {
        StoredTable.Is(
            "Conventions/view-queries.tsv",
            line => line.StartsWith($"{view}\t", StringComparison.Ordinal),
            Queries().Where(query => ViewOf(query).Name == view).SelectMany(query => Described(view, query)).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Type> Queries() =>
        from type in typeof(DrawEngine).Assembly.GetTypes()
        where type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(Specification<>)
        orderby type.Name
        select type;

    private static Type ViewOf(Type query) => query.BaseType!.GetGenericArguments()[0];

    /// <summary>The query with its usual arguments, then with each left out that may be, and with another each.</summary>
    private static IEnumerable<string> Described(string view, Type query)
    {
        ConstructorInfo constructor = query.GetConstructors().Single();
        object?[][] values = [.. constructor.GetParameters().Select(ArgumentSamples.Of)];
        // Of two days or moments the second is the later one.
        object?[] usual = [.. values.Select((of, at) => of[0] is LocalDate or Instant && values[..at].Any(before => Equals(before[0], of[0])) ? of[2] : of[0])];
        HashSet<string> said = new(StringComparer.Ordinal);
        foreach (object?[] arguments in values.SelectMany((of, at) => of.Skip(1).Where(other => other is null or Enum or "").Select(other => (object?[])[.. usual[..at], other, .. usual[(at + 1)..]])).Prepend(usual))
        {
            string called = $"{query.Name}({string.Join(", ", arguments.Select(Said))})";
            foreach (string line in Found(query, constructor.Invoke(arguments), arguments))
            {
                if (said.Add($"{called}\t{line}"))
                {
                    yield return $"{view}\t{called}\t{line}";
                }
            }
        }
    }

    private static IEnumerable<string> Found(Type query, object asked, object?[] arguments)
    {
        Type view = ViewOf(query);
        LambdaExpression expression = (LambdaExpression)query.GetProperty("Criteria")!.GetValue(asked)!;
        Delegate criteria = expression.Compile();
        object?[] named = [.. arguments, .. Constants.In(expression)];
        PropertyInfo[] columns = [.. view.GetProperties().Where(property => property.SetMethod is not null).OrderBy(property => property.Name, StringComparer.Ordinal)];
        object?[][] values = [.. columns.Select(column => Values(column, named))];
        System.Random random = new(1);
        HashSet<string> patterns = new(StringComparer.Ordinal);
        int found = 0;
        for (int i = 0; i < Tries && found < MostFound && patterns.Count < MostShown; i++)
        {
            object?[] row = [.. values.Select(of => of[random.Next(of.Length)])];
            if (!Finds(row))
            {
                continue;
            }

            found++;
            string[] decisive = [.. columns.Select((column, at) => Decides(column.Name, row, at)).OfType<string>()];
            if (patterns.Add(string.Join('\t', decisive)))
            {
                foreach (string line in decisive)
                {
                    yield return line;
                }
            }
        }

        yield return patterns.Count == 0 ? "nothing" : patterns.Contains("") ? "everything" : "no more";

        string? Decides(string column, object?[] row, int at)
        {
            ILookup<bool, string> by = values[at].Select(value => (Value: value, In: Finds([.. row[..at], value, .. row[(at + 1)..]]))).ToLookup(of => of.In, of => Said(of.Value));
            return by[false].Any() ? $"{column}\t{string.Join(", ", by[true].Distinct())}\tnot {string.Join(", ", by[false].Distinct())}" : null;
        }

        bool Finds(object?[] row)
        {
            object made = RuntimeHelpers.GetUninitializedObject(view);
            for (int i = 0; i < columns.Length; i++)
            {
                columns[i].SetValue(made, row[i]);
            }

            return (bool)criteria.DynamicInvoke(made)!;
        }
    }

    /// <summary>What a column may hold: what the query asks for, what lies just beside it, and nothing.</summary>
    private static object?[] Values(PropertyInfo column, object?[] arguments)
    {
        Type of = Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType;
        object[] asked = [.. arguments.SelectMany(argument => argument is IEnumerable many and not string ? many.Cast<object?>() : [argument]).OfType<object>().Where(of.IsInstanceOfType)];
        object?[] values = of switch
        {
            _ when of == typeof(string) => ["other", .. asked.SelectMany(text => (object[])[text, $"{text}.", $".{text}"])],
            _ when of == typeof(LocalDate) => [.. asked.DefaultIfEmpty(new LocalDate(2026, 11, 23)).SelectMany(day => (object[])[((LocalDate)day).PlusDays(-1), day, ((LocalDate)day).PlusDays(1)])],
            _ when of == typeof(Instant) => [.. asked.DefaultIfEmpty(Instant.FromUtc(2026, 11, 23, 1, 2, 3)).SelectMany(at => (object[])[(Instant)at - Duration.Epsilon, at, (Instant)at + Duration.Epsilon])],
            _ when of == typeof(int) => [.. asked.DefaultIfEmpty(0).SelectMany(number => (object[])[(int)number - 1, number, (int)number + 1])],
            _ when of == typeof(long) => [.. asked.DefaultIfEmpty(0L).SelectMany(number => (object[])[(long)number - 1, number, (long)number + 1])],
            _ when of == typeof(bool) => [false, true],
            _ when of.IsEnum => [.. Enum.GetValues(of).Cast<object>()],
            _ => [.. ArgumentSamples.Of(of).Take(4)],
        };
        return of != column.PropertyType || new NullabilityInfoContext().Create(column).WriteState == NullabilityState.Nullable ? [.. values, null] : values;
    }

    private static string Said(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        IEnumerable many => $"[{string.Join(' ', many.Cast<object?>().Select(Said))}]",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!.Replace('\n', ' '),
    };

    private sealed class Constants : ExpressionVisitor
    {
        private readonly HashSet<object> _found = [];

        public static IEnumerable<object> In(Expression expression)
        {
            Constants constants = new();
            constants.Visit(expression);
            return constants._found;
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            if (node.Value is string text)
            {
                _found.Add(text);
            }

            return node;
        }
    }
}
