using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Web.Api;

namespace RandomInspection.Web.Shared;

/// <summary>Reads the reader's language and type size: <c>?lang=</c> and <c>?type=</c> first, then the cookies; Chinese and normal otherwise.</summary>
internal sealed class ReaderPreferences(RequestDelegate next)
{
    public const string LanguageParameter = "lang";
    public const string TypeParameter = "type";
    private const string LanguageCookie = "ri-language";
    private const string TypeCookie = "ri-type";

    public Task InvokeAsync(HttpContext context)
    {
        Tongue tongue = context.RequestServices.GetRequiredService<Tongue>();
        tongue.Language = ApiPaths.IsApi(context.Request.Path) ? ApiLanguage.Of(context) : Preference(context, LanguageParameter, LanguageCookie, ["zh", "en"]) == "en" ? Language.English : Language.Chinese;
        tongue.LargeType = Preference(context, TypeParameter, TypeCookie, ["normal", "large"]) == "large";

        // Numbers and dates go through Tongue; whatever slips past it must at least not depend on the machine.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        return next(context);
    }

    private static string? Preference(HttpContext context, string parameter, string cookie, ReadOnlySpan<string> known)
    {
        string? asked = context.Request.Query[parameter];
        if (asked is null || !known.Contains(asked))
        {
            return context.Request.Cookies[cookie];
        }

        if (!context.Response.HasStarted)
        {
            context.Response.Cookies.Append(cookie, asked, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        }

        return asked;
    }
}
