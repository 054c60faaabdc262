using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;

namespace RandomInspection.Web.Shared;

/// <summary>A page or endpoint for people with one of these roles. Others are told which role is needed.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireRoleAttribute : AuthorizeAttribute
{
    /// <summary>Requires any one of these roles.</summary>
    /// <param name="anyOf">One role or more.</param>
    public RequireRoleAttribute(params Role[] anyOf)
    {
        ArgumentNullException.ThrowIfNull(anyOf);
        AnyOf = [.. anyOf];
        Roles = string.Join(',', anyOf);
    }

    /// <summary>The roles of which one is needed.</summary>
    public ImmutableArray<Role> AnyOf { get; }
}
