using System.Globalization;
using System.Text;
using Burnin.Domain.Messages;

namespace Burnin.Messages.Mail;

/// <summary>Lists in a letter.</summary>
internal static class LetterTables
{
    private const string Cell = "padding:4px 8px;border-bottom:1px solid #e5e8ec;text-align:left;vertical-align:top";

    public static void AppendText(StringBuilder text, MessageTable table)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"  {table.Title}");
        foreach (var row in table.Rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {string.Join(" | ", row.Where(cell => cell.Length > 0))}");
        }

        if (table.Rows.IsEmpty)
        {
            text.AppendLine("  - none");
        }
    }

    public static void AppendHtml(StringBuilder html, MessageTable table)
    {
        html.AppendLine(CultureInfo.InvariantCulture, $"<h2 style=\"font-size:14px;margin:16px 0 4px\">{Letters.Safe(table.Title)}</h2>");
        if (table.Rows.IsEmpty)
        {
            html.AppendLine("<div style=\"color:#57606a\">none</div>");
            return;
        }

        html.Append("<table style=\"border-collapse:collapse;width:100%;font-size:13px\"><thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th style=\"{Cell};color:#57606a;font-weight:600\">{Letters.Safe(column)}</th>");
        }

        html.AppendLine("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                html.Append(CultureInfo.InvariantCulture, $"<td style=\"{Cell}\">{Letters.Safe(cell)}</td>");
            }

            html.AppendLine("</tr>");
        }

        html.AppendLine("</tbody></table>");
    }
}
