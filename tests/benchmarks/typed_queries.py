"""Queries as readers type them."""

QUERIES = (
    *(
        "liver metastases",
        "ct scan",
        "jaundice",
        "itchy skin",
        "pain under the ribs",
        "what is mri",
    ),
    *("chemotherapy side effects", "can i drive", "5-fu", "ca 19-9", "cea", "tumour markers"),
    *("how long does a scan take", "contrast allergy", "metformin contrast", "biopsy bleeding"),
    *("hypodense lesion", "portal venous phase", "capsular retraction", "liver mri gadoxetate"),
    *("eating well", "weight loss", "no appetite", "tired all the time", "fever after chemo"),
    *("when to call the doctor", "swollen belly", "ascites", "blood test results", "bilirubin"),
    *("ablation", "microwave ablation size", "surgery recovery", "resection margin", "y-90"),
    *("radioembolisation", "folfox", "folfiri", "oxaliplatin neuropathy", "cetuximab ras"),
    *("immunotherapy", "bowel cancer spread", "neuroendocrine tumour", "breast cancer liver"),
    *("pet-ct sensitivity", "ultrasound", "fat in the liver", "cyst or metastasis", "haemangioma"),
    *("stent bile duct", "second opinion", "questions to ask", "clinical trial", "stage iv"),
    *("jaundise", "metastisis", "quimotherapy", '"side effects"', "what to do now", "vomiting"),
    *("palliative care", "pregnancy scan", "kidney function contrast", "sources"),
)
