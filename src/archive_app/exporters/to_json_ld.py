"""The dossier of events as JSON-LD 1.1 (W3C), for other programs and catalogues.

Nothing is fetched to read it: the context stands in the file; decision 013 says what its terms mean. Every record has
the id that it has in the archive.
"""

import json
from pathlib import Path

from archive_app.core.dossier import Dossier
from archive_app.core.progress import SILENT, Progress
from archive_app.core.translation import _
from archive_app.exporters import ExportReport, report_on
from archive_app.exporters.graph import graph_of
from archive_app.exporters.saving import check_target, save
from archive_app.exporters.wanting import refuse_without_events

OWN_TERMS = "urn:uuid:5f0d1a52-9f0b-5c43-8d4b-6f5d0b9f3e13#"
"""What no common vocabulary has a word for. The address names the terms and leads nowhere."""
CONTEXT = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "own": OWN_TERMS,
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "about": {"@type": "@id", "@container": "@set"},
    "keywords": {"@container": "@set"},
    "alternateName": {"@container": "@set"},
    "comment": {"@container": "@set"},
    "isBasedOn": {"@type": "@id"},
    "isPartOf": {"@type": "@id"},
    "superEvent": {"@type": "@id"},
    "mentions": {"@type": "@id", "@container": "@set"},
    "dateCreated": {"@type": "xsd:date"},
    "latitude": {"@type": "xsd:double"},
    "longitude": {"@type": "xsd:double"},
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "creator": "dc:creator",
    "publisher": "dc:publisher",
    "rights": "dc:rights",
    "extent": "dcterms:extent",
    "timeSpan": "crm:P4_has_time-span",
    "date": {"@id": "rdf:value", "@type": "edtf:EDTF"},
    "begin": {"@id": "crm:P82a_begin_of_the_begin", "@type": "xsd:date"},
    "end": {"@id": "crm:P82b_end_of_the_end", "@type": "xsd:date"},
    "partOfDay": "own:partOfDay",
    "inWords": "rdfs:label",
    "assignedTo": {"@id": "crm:P140_assigned_attribute_to", "@type": "@id"},
    "assignedProperty": {"@id": "crm:P177_assigned_property_of_type", "@type": "@id"},
    "assigned": "crm:P141_assigned",
    "reason": "crm:P3_has_note",
    "assignedBy": "own:assignedBy",
    "held": {"@id": "own:held", "@container": "@set"},
    "supersededAt": {"@id": "own:supersededAt", "@type": "xsd:dateTime"},
    "agreement": {"@id": "own:agreement", "@type": "@vocab"},
    "disagreesWith": {"@id": "own:disagreesWith", "@type": "@id", "@container": "@set"},
    "alsoSays": {"@id": "own:alsoSays", "@type": "@id", "@container": "@set"},
    "dateMark": {"@id": "own:dateMark", "@type": "@vocab"},
    "placeMark": {"@id": "own:placeMark", "@type": "@vocab"},
    "peopleMark": {"@id": "own:peopleMark", "@type": "@vocab"},
    "same": "own:same",
    "morePrecise": "own:morePrecise",
    "compatible": "own:compatible",
    "inConflict": "own:inConflict",
    "differs": "own:differs",
    "statedPlace": "own:statedPlace",
    "statedPeople": "own:statedPeople",
    "remark": "own:remark",
    "quotation": "own:quotation",
    "hasTarget": "oa:hasTarget",
    "hasBody": {"@id": "oa:hasBody", "@container": "@set"},
    "hasSource": {"@id": "oa:hasSource", "@type": "@id"},
    "hasSelector": "oa:hasSelector",
    "hasPurpose": {"@id": "oa:hasPurpose", "@type": "@id"},
    "motivatedBy": {"@id": "oa:motivatedBy", "@type": "@id"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "words": "rdf:value",
    "startsAt": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "endsAt": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}


def write_json_ld(dossier: Dossier, target: Path, progress: Progress = SILENT) -> ExportReport:
    """Write the events of a dossier with all that is told of them to `target`; the same dossier gives the same bytes.

    Raises UserError where the dossier holds no events or `target` cannot be written, Cancelled; `target` is then as it
    was.
    """
    refuse_without_events(dossier, target)
    check_target(target)
    progress.step(0, 2, _("Writing {name}").format(name=target.name))
    document = {"@context": CONTEXT, "@graph": graph_of(dossier)}
    content = json.dumps(document, ensure_ascii=False, indent=1)
    progress.step(1, 2, _("Writing {name}").format(name=target.name))
    save((content + "\n").encode(errors="replace"), target)
    progress.step(2, 2)
    return report_on(dossier)
