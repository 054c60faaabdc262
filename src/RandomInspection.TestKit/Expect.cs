using System.Collections;
using System.Globalization;

namespace RandomInspection.TestKit;

/// <summary>What a case asks of what it finds; no test framework is needed.</summary>
internal static class Expect
{
    private const int LongestShown = 400;

    public static void Equal<T>(T due, T found, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(due, found))
        {
            throw new ConformanceException($"{what}: due {Shown(due)}, found {Shown(found)}.");
        }
    }

    public static void Same<T>(IEnumerable<T> due, IEnumerable<T> found, string what)
    {
        T[] left = [.. due], right = [.. found];
        for (int i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            Equal(left[i], right[i], $"{what}, number {i + 1}");
        }

        Equal(left.Length, right.Length, $"{what}, how many");
    }

    public static void True(bool holds, string what)
    {
        if (!holds)
        {
            throw new ConformanceException($"{what}: does not hold.");
        }
    }

    /// <summary>The exception of a step that must not succeed.</summary>
    public static async Task<TException> ThrowsAsync<TException>(Func<Task> step, string what)
        where TException : Exception
    {
        try
        {
            await step();
        }
        catch (TException due)
        {
            return due;
        }
#pragma warning disable CA1031 // A wrong kind of exception is what was found.
        catch (Exception found)
#pragma warning restore CA1031
        {
            throw new ConformanceException($"{what}: due {typeof(TException).Name}, threw {found.GetType().Name}: {found.Message}");
        }

        throw new ConformanceException($"{what}: due {typeof(TException).Name}, nothing was thrown.");
    }

    /// <summary>The refusal of a step, by its code.</summary>
    public static void Refuses(string code, Action step, string what)
    {
        try
        {
            step();
        }
        catch (RefusalException refused)
        {
            Equal(code, refused.Refusal.Code, what);
            return;
        }

        throw new ConformanceException($"{what}: due the refusal {code}, nothing was thrown.");
    }

    private static string Shown(object? value)
    {
        string text = value switch
        {
            null => "nothing",
            string plain => $"\"{plain}\"",
            byte[] bytes => Convert.ToHexStringLower(bytes),
            IEnumerable many => "[" + string.Join(", ", many.Cast<object?>().Select(Shown)) + "]",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.Length <= LongestShown ? text : text[..LongestShown] + "…";
    }
}
