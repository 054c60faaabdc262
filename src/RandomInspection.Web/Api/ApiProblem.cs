namespace RandomInspection.Web.Api;

/// <summary>A refusal as RFC 9457 problem details.</summary>
/// <param name="Type">Which refusal: <c>urn:random-inspection:</c> and the code.</param>
/// <param name="Title">What kind of answer it is, in the language asked for.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Detail">What was refused, with values, and what to do.</param>
/// <param name="Code">The stable code, <c>RI</c> and four digits.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="TraceId">By which the administrator finds the request in the logs; nothing about a person.</param>
internal sealed record ApiProblem(string Type, string Title, int Status, string Detail, string Code, string Remedy, string TraceId);
