using System.Globalization;

namespace RandomInspection.Tests;

/// <summary>Runs code as it would run on a machine of another country.</summary>
internal static class UnderCulture
{
    /// <summary>Other digits and calendar (ar-SA, th-TH), other casing of i (tr-TR), decimal comma (de-DE).</summary>
    public static TheoryData<string> Names => new("ar-SA", "tr-TR", "th-TH", "de-DE");

    public static T Run<T>(string culture, Func<T> function)
    {
        (CultureInfo before, CultureInfo beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            return function();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
