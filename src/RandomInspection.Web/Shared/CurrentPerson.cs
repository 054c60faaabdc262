using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace RandomInspection.Web.Shared;

/// <summary>Who is signed in on this request.</summary>
internal sealed class CurrentPerson(IHttpContextAccessor http, IOptions<RandomInspectionWebOptions> options)
{
    public Person? Person => options.Value.Find(http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier));

    public bool Has(Role role) => Person?.Roles.Contains(role) ?? false;

    public bool HasAny(IEnumerable<Role> roles) => Person is { } person && roles.Any(role => person.Roles.Contains(role));
}
