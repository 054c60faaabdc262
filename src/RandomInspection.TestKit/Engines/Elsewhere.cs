using System.Globalization;

namespace RandomInspection.TestKit;

/// <summary>The same on a machine of another country, and on many threads at once.</summary>
internal static class Elsewhere
{
    /// <summary>Other digits and calendars, other casing of i, a decimal comma.</summary>
    private static readonly string[] Cultures = ["ar-SA", "tr-TR", "th-TH", "de-DE", "zh-CN"];

    public static void SameInEveryCulture<T>(Func<T> answer, string what)
    {
        T due = answer();
        foreach (string culture in Cultures)
        {
            T found = due;
            Exception? thrown = null;
            Thread there = new(() =>
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
                try
                {
                    found = answer();
                }
#pragma warning disable CA1031 // It is thrown below, on the caller's thread.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    thrown = e;
                }
            });
            there.Start();
            there.Join();
            if (thrown is not null)
            {
                throw new ConformanceException($"{what} under {culture}: threw {thrown}");
            }

            Expect.Equal(due, found, $"{what} under {culture}");
        }
    }

    public static async Task SameAtOnceAsync<T>(int many, Func<T> answer, string what)
    {
        T due = answer();
        foreach (T found in await Scene.AtOnceAsync(many, _ => Task.Run(answer)))
        {
            Expect.Equal(due, found, $"{what}, as one of {many} at once");
        }
    }
}
